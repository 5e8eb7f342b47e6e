/** A restricted referral as its own page shows it, and that there are some, where that may be known. */
import type { CaseFile } from '../../../application/case-file.ts';
import type { KnownReferral, ReferralFile } from '../../../application/queries/referrals.ts';
import type { Instant } from '../../../domain/calendar/dates.ts';
import type { TextRef } from '../../../domain/complaint/events.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import { isOpen, type Obligation } from '../../../domain/complaint/obligation.ts';
import { owedOnReferral } from '../../../domain/referral/owed.ts';
import type { Referral } from '../../../domain/referral/referral.ts';
import { button } from '../../components/govuk/button.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { warningText } from '../../components/govuk/warning-text.ts';
import { sideCard } from '../../components/redress/stat-tile.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { nameOf } from '../case/say-event.ts';
import { momentTag, sayMoment } from '../my-work/moment-tag.ts';
import { type Kind, referralForms } from './forms.ts';
import { outcomeWords, signWords, toldWords } from './words.ts';

/** What was noticed, who has it, what is owed, who was told what and when, and what came of it. */
export function referralView(file: CaseFile, shown: ReferralFile, now: Instant, mayOpenCase: boolean): Html {
  const { referral, referralId } = shown;
  const { closed } = referral;
  const open = closed === null ? owedOnReferral(referral, file.landlord).filter(isOpen) : [];
  const words = (text: TextRef): Html => html`<p class="govuk-body rd-words">${shown.texts[text.textId] ?? ''}</p>`;
  const acts = closed === null ? actsOf(referral) : [];
  const act = (kind: Kind, index: number): Html =>
    button({
      text: referralForms[kind].title,
      href: paths.caseReferralAct({ reference: file.reference, referral: referralId, act: kind }),
      classes: index === 0 ? undefined : 'govuk-button--secondary',
    });
  const complaint = html`Complaint ${file.reference}, ${file.name}`;
  const caseHref = paths.case({ reference: file.reference });
  return html`<span class="govuk-caption-l">${mayOpenCase ? html`<a class="govuk-link" href="${caseHref}">${complaint}</a>` : complaint}</span>
<h1 class="govuk-heading-l">Restricted referral</h1>
${closed === null && warningText({ text: 'If somebody is in danger now, call 999.' })}
<p class="govuk-body-s rd-quiet-text">Only whoever is on duty for it and whoever recorded it can read this. Each time it is opened is recorded.</p>
${facts(file, shown)}
<h2 class="govuk-heading-m">What was noticed</h2>${words(referral.words)}
${open.length > 0 && html`<h2 class="govuk-heading-m">What is owed now</h2><ul class="govuk-list">${open.map(one => owedLine(one, now))}</ul>`}
${acts.length > 0 && html`<div class="rd-form__foot rd-form__foot--within">${acts.map(act)}</div>`}
<h2 class="govuk-heading-m">Who was told</h2>
${referral.passedOn.length === 0 ? html`<p class="govuk-body">Nobody yet.</p>` : referral.passedOn.map(one => html`<h3 class="govuk-heading-s">${toldWords[one.to]}, at ${sayMoment(one.at)}, by ${nameOf(one.by, file)}</h3>${words(one.words)}`)}
${referral.handedOver.length > 0 && html`<h2 class="govuk-heading-m">Handed over</h2>${referral.handedOver.map(one => html`<h3 class="govuk-heading-s">From ${nameOf(one.from, file)} to ${nameOf(one.to, file)}, by ${nameOf(one.by, file)}</h3>${words(one.reason)}`)}`}
${closed !== null && html`<h2 class="govuk-heading-m">What came of it</h2><h3 class="govuk-heading-s">${outcomeWords[closed.outcome]}, at ${sayMoment(closed.at)}, by ${nameOf(closed.by, file)}</h3>${words(closed.note)}`}`;
}

/** What is owed now comes first: somebody is told, and then it is asked what came of it. */
function actsOf({ passedOn }: Referral): readonly Kind[] {
  return passedOn.length === 0 ? ['pass-on', 'close', 'hand-over'] : ['close', 'pass-on', 'hand-over'];
}

function facts(file: CaseFile, { referral }: ReferralFile): Html {
  return summaryList({
    rows: [
      { key: 'Sign', value: signWords[referral.sign] },
      { key: 'Known here', value: sayMoment(referral.at) },
      { key: 'On duty for it', value: nameOf(referral.dutyPersonId, file) },
      { key: 'Recorded by', value: nameOf(referral.madeBy, file) },
    ],
  });
}

function owedLine(one: Obligation, now: Instant): Html {
  return html`<li><strong>${sayObligation(one)}</strong> ${one.dueAt !== null && momentTag(one.dueAt, now)}
<span class="rd-quiet-text rd-block">${one.rule} (${one.clause})</span></li>`;
}

/** Beside the overview: that there is one, for those who may know it; nothing for anybody else. */
export function referralsCard(file: CaseFile, known: readonly KnownReferral[]): Html | null {
  if (known.length === 0) return null;
  const line = (one: KnownReferral): Html => {
    const said = `Made at ${sayMoment(one.madeAt)}`;
    const href = paths.caseReferral({ reference: file.reference, referral: one.referralId });
    return one.maySee
      ? html`<li><a class="govuk-link" href="${href}">${said}</a>${one.open && html`<span class="rd-table__second">open</span>`}</li>`
      : html`<li>${said}<span class="rd-table__second">its words are for whoever is on duty</span></li>`;
  };
  return sideCard({
    title: 'Restricted referrals',
    content: html`<ul class="govuk-list">${known.map(line)}</ul><p class="govuk-body-s rd-quiet-text">Tell nobody that there is one.</p>`,
  });
}
