import { invitationDays } from '../../../application/accounts/invitations.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';

/** The link, shown this once: no mail is sent yet, so the administrator passes it on. */
export function linkPage(visit: Visit, name: string, token: string): Html {
  const title = `A link for ${name}`;
  const link = `${visit.publicUrl}${paths.invitation({ token })}`;
  const content = html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Pass this on to ${name} yourself, in a way that only they can read. Nothing is sent by Redress.</p>
<p class="govuk-body rd-link" data-link><code>${link}</code></p>
<ul class="govuk-list govuk-list--bullet">
<li>It is shown only now. If it is lost, make another.</li>
<li>It is good for ${invitationDays} days and for one person; a newer link takes its place.</li>
<li>With it they choose a password and set up an app. What they had before works until then.</li>
</ul>
<p class="govuk-body"><a class="govuk-link" href="${paths.people()}">Back to people</a></p>`;
  return visit.page({ title, content, width: 'reading' });
}
