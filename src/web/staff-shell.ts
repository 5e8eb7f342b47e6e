import type { Viewer } from '../application/application.ts';
import type { Landlord } from '../application/landlord.ts';
import { administratorTitle, canInInstallation } from '../domain/access/administrator.ts';
import { mayImport } from '../domain/access/register.ts';
import { can } from '../domain/access/scope.ts';
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
    (canInInstallation(viewer.roles, 'manage-people') ? administratorTitle : 'Colleague');
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
      ...(canInInstallation(viewer.roles, 'manage-people') ? [{ text: 'People', href: paths.people() }] : []),
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
  const may = (capability: Parameters<typeof can>[1]): boolean => can(viewer.roles, capability, policy);
  const handles = may('investigate-stage-1') || may('review-stage-2') || may('assign') || may('see-all-cases');
  const everybody: NavigationKey[] = ['my-work', 'triage', 'cases', 'contact', 'log', 'policy', 'calendar'];
  return [
    ...everybody,
    ...(handles ? (['unassigned', 'outbox'] as const) : []),
    ...(handles || may('see-performance') || may('scrutinise') ? (['performance'] as const) : []),
  ];
}
