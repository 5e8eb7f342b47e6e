/** What a contact's words hint at, with why, for whoever judges it. It decides nothing. */
import type { ContactFile } from '../../../application/queries/contact-file.ts';
import { sayList } from '../../../domain/complaint/refusals/words.ts';
import { safeguardingRoles } from '../../../domain/policy/duty-times.ts';
import { warningText } from '../../components/govuk/warning-text.ts';
import { type Html, html } from '../../html.ts';
import type { Visit } from '../../visit.ts';
import { suggestsWords } from './words.ts';

/** The box; nothing where nothing fits. */
export function hintsBox({ suggestions }: ContactFile, visit: Visit): Html {
  const danger = suggestions.filter(one => one.suggests === 'person-in-danger');
  const others = suggestions.filter(one => one.suggests !== 'person-in-danger');
  return html`${
    danger.length > 0 &&
    inDanger(
      danger.flatMap(one => one.because),
      visit,
    )
  }${
    others.length > 0 &&
    html`<section class="rd-card rd-measure" aria-labelledby="hints"><h2 class="rd-card__title" id="hints">What it may be</h2>
<ul class="govuk-list govuk-list--bullet">${others.map(
      ({ label, because, suggests }) =>
        html`<li>${label}: ${because.map((word, at) => html`${at > 0 && ', '}“${word}”`)} <span class="rd-quiet-text">${suggestsWords[suggests]}?</span></li>`,
    )}</ul>
<p class="govuk-body-s rd-quiet-text">Found by a list of words. You decide.</p></section>`
  }`;
}

/** Told to somebody on duty at once, before anything is decided (R61). */
function inDanger(because: readonly string[], { landlord }: Visit): Html {
  const roles = safeguardingRoles(landlord.policy);
  const duty = Object.values(landlord.people).filter(one => one.active && one.roles.some(role => roles.includes(role)));
  const names = duty.slice(0, 4).map(one => one.name);
  return warningText({
    text: html`Somebody may be in danger: ${because.map((word, at) => html`${at > 0 && ', '}“${word}”`)}. If it is now, call 999. Tell somebody on duty at once${names.length > 0 ? `: ${sayList(names)}` : ''}.`,
  });
}
