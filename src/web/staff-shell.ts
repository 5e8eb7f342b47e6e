import type { Viewer } from '../application/application.ts';
import type { Landlord } from '../application/landlord.ts';
import { administratorTitle } from '../domain/access/administrator.ts';
import { holds } from '../domain/access/permissions.ts';
import { mayImport } from '../domain/access/register.ts';
import { hiddenFields } from './forms/form-page.ts';
import { html } from './html.ts';
import type { ColourScheme } from './layouts/document.ts';
import type { NavigationKey } from './layouts/header.ts';
import type { StaffPageProps, StaffShell } from './layouts/staff-page.ts';
import { paths } from './paths.ts';

export type ShellFacts = {
  viewer: Viewer;
  landlord: Landlord;
  jobTitle: string | null;
  csrf: string;
  colourScheme: ColourScheme;
  here: string;
};

/** What every page of one visit has around it: whose complaints these are, who is signed in, where one can go. */
export function staffShell({
  viewer,
  landlord,
  jobTitle,
  csrf,
  colourScheme,
  here,
}: ShellFacts): StaffShell & Pick<StaffPageProps, 'nav'> {
  const { policy, name } = landlord;
  const role =
    jobTitle ??
    policy.roles.find(one => viewer.roles.includes(one.id))?.title ??
    (holds(viewer.roles, 'manage-people', policy) ? administratorTitle : 'Colleague');
  const sealed = html`<input type="hidden" name="${hiddenFields.csrf}" value="${csrf}">`;
  return {
    landlordName: name,
    accent: policy.landlord.accent,
    person: { name: viewer.name, role },
    colourScheme,
    here,
    csrf: sealed,
    links: [
      { text: 'Your account', href: paths.account() },
      { text: 'Team and absence', href: paths.team() },
      ...(holds(viewer.roles, 'manage-people', policy) ? [{ text: 'People', href: paths.people() }] : []),
      { text: 'Buildings', href: paths.buildings() },
      ...(mayImport(viewer.roles, policy) ? [{ text: 'Bring in homes and people', href: paths.imports() }] : []),
    ],
    nav: { allowed: allowedPages(viewer, landlord) },
    demo: landlord.demonstration
      ? {
          text: `You are here as ${viewer.name}, ${role}.`,
          action: html`<a class="govuk-link" href="${paths.signIn()}">Come in as somebody else</a>`,
        }
      : undefined,
  };
}

function allowedPages(viewer: Viewer, { policy }: Landlord): NavigationKey[] {
  const handles = holds(viewer.roles, 'see-others-cases', policy);
  const everybody: NavigationKey[] = ['my-work', 'triage', 'cases', 'contact', 'log', 'requests', 'policy', 'calendar'];
  return [
    ...everybody,
    ...(handles ? (['unassigned', 'outbox'] as const) : []),
    ...(holds(viewer.roles, 'see-figures', policy) ? (['performance'] as const) : []),
  ];
}
