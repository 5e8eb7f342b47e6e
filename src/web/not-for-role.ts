import { type PermissionId, permissionOf, rolesHolding } from '../domain/access/permissions.ts';
import { refusalPanel } from './components/redress/refusal-panel.ts';
import { html } from './html.ts';
import type { Visit } from './visit.ts';

/** 403 for somebody signed in whose role does not carry what a page needs: what that is, and who may. */
export function notForRole({ page, landlord }: Pick<Visit, 'page' | 'landlord'>, id: PermissionId) {
  const { does, needs } = permissionOf(id);
  const titles = rolesHolding(id, landlord.policy).map(role => role.title);
  const given =
    titles.length === 0 ? 'the policy gives this to nobody' : `the policy gives this to ${titles.join(', ')}`;
  const who = needs.kind === 'administrator' ? 'administrators look after this' : given;
  const title = 'This page is not for your role';
  const panel = refusalPanel({
    sentence: `You may not ${does}: ${who}.`,
    allowed: 'What is yours to do is in My work. Administrators can change which role you have.',
  });
  const content = html`<h1 class="govuk-heading-l">${title}</h1>${panel}`;
  return { status: 403, html: page({ title, content, width: 'reading' }) };
}
