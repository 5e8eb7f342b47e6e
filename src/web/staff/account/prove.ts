/** `/account/prove`: to the provider, to show anew who one is; `/account/proven`: where that ends in a tab of its own. */
import { localAddress } from '../../appearance.ts';
import { html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { sendThere } from '../sign-in/provider.ts';

export async function showProve(visit: Visit): Promise<Answer> {
  const { app, settings, viewer, present, request, reply, query } = visit;
  if (!present.byProvider) return null;
  const back = localAddress(query['back']);
  const purpose = { kind: 'prove', sessionId: present.sessionId } as const;
  const to = { landlordId: viewer.landlordId, purpose, back: back.length > 500 ? paths.home() : back };
  return { sent: await sendThere(app, settings, to, request, reply) };
}

export function showProven({ page }: Visit): Answer {
  const title = 'You have shown that it is you';
  const content = html`<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Close this tab, go back to the one you came from, and send the form again. What you typed is still there. You are not asked again for ten minutes.</p>`;
  return page({ title, content, width: 'reading' });
}
