import type { ContactFile } from '../../../application/queries/contact-file.ts';
import type { EarlierCase } from '../../../application/queries/earlier-cases.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import { isOpen, type Obligation } from '../../../domain/complaint/obligation.ts';
import { sayList } from '../../../domain/complaint/refusals/words.ts';
import { sayNeed } from '../../../domain/complaint/say-need.ts';
import { waitsForLogging } from '../../../domain/contact/decide.ts';
import { owedOnContact } from '../../../domain/contact/owed.ts';
import { bodiesOn } from '../../../domain/contact/reply.ts';
import { intakeRules } from '../../../domain/policy/intake-rules.ts';
import { button } from '../../components/govuk/button.ts';
import { details } from '../../components/govuk/details.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { tag } from '../../components/govuk/tag.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { sealFields } from '../../forms/form-page.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { toneOf } from '../case/case-head.ts';
import { labelOf } from '../case/parts.ts';
import { whatIsAComplaint } from '../log/view.ts';
import { momentTag } from '../my-work/moment-tag.ts';
import type { ContactForm } from './contact-form.ts';
import { hintsBox } from './hints-view.ts';
import { feedbackWords, outcomeWords } from './words.ts';

export type ContactProps = {
  file: ContactFile;
  visit: Visit;
  earlier: readonly EarlierCase[];
  forms: readonly { form: ContactForm; view: FormView; folded: boolean }[];
  above: Html | undefined;
};

/** The contact: their words, what it hints at, the decision, and what is to be done. */
export function contactView(props: ContactProps): Html {
  const { file, visit, forms, above } = props;
  const { contact, person, texts } = file;
  const open = owedOnContact(contact, visit.landlord).filter(isOpen);
  const judged = contact.triage !== null;
  return html`<div class="rd-split"><div>
<span class="govuk-caption-l">${judged ? 'Contact' : 'Contact to triage'}</span>
<h1 class="govuk-heading-l">${person?.name ?? 'Somebody who gave no name'}</h1>
${above}
<blockquote class="rd-words">${texts.get(contact.words.textId) ?? 'Their words were disposed of.'}</blockquote>
${!judged && hintsBox(file, visit)}
${judged && decision(file, visit)}
${facts(file, visit)}
${open.length > 0 && html`<h2 class="govuk-heading-m">What is owed now</h2><ul class="govuk-list">${open.map(one => owedLine(one, visit))}</ul>`}
${waitsForLogging(contact) && button({ text: 'Log the complaint', href: withQuery(paths.logComplaint(), { contact: file.recordId }) })}
${forms.map(one => formShown(one, props))}
</div>${aside(props)}</div>`;
}

function formShown({ form, view, folded }: ContactProps['forms'][number], { file, visit }: ContactProps): Html {
  const { recordId, contact } = file;
  const own = html`<form method="post" novalidate class="rd-form" action="${paths.contact({ record: recordId })}">
${sealFields(visit.seal(contact.version))}<input type="hidden" name="act" value="${form.act}">${form.fields(view, visit, file)}
<div class="rd-form__foot">${button({ text: form.submit, preventDoubleClick: true })}</div></form>`;
  if (!folded)
    return html`<section aria-labelledby="form-${form.act}"><h2 class="govuk-heading-m" id="form-${form.act}">${form.title}</h2>${own}</section>`;
  const summary = form.act === 'triage' ? 'Decide anew what it is' : form.title;
  return details({ summary, content: own });
}

function decision({ contact, texts }: ContactFile, visit: Visit): Html {
  const { triage, complaint, dissatisfaction, serviceRequest } = contact;
  if (triage === null) return html``;
  const kind = triage.feedback === null ? '' : `: ${feedbackWords[triage.feedback.kind].toLowerCase()}`;
  const by = visit.landlord.people[triage.by]?.name ?? 'somebody no longer here';
  return html`<section class="rd-card" aria-labelledby="decided"><h2 class="rd-card__title" id="decided">${outcomeWords[triage.outcome]}${kind}</h2>
<p class="govuk-body">${texts.get(triage.reasons.textId) ?? ''} <span class="rd-quiet-text">Decided by ${by} on ${sayDate(triage.on)}.</span></p>
${complaint !== null && html`<p class="govuk-body">It became the complaint <a class="govuk-link" href="${paths.case({ reference: complaint.reference })}">${complaint.reference}</a> on ${sayDate(complaint.on)}.</p>`}
${dissatisfaction !== null && html`<p class="govuk-body"><a class="govuk-link" href="${paths.dissatisfactionRecord({ record: dissatisfaction.recordId })}">The offer of a complaint, and their answer</a></p>`}
${serviceRequest !== null && html`<p class="govuk-body"><a class="govuk-link" href="${paths.serviceRequest({ request: serviceRequest.requestId })}">The request, who looks after it, and how it goes</a></p>`}</section>`;
}

function owedLine(one: Obligation, { today, now, landlord }: Visit): Html {
  const { dueOn, dueAt } = one;
  const due =
    dueAt !== null
      ? momentTag(dueAt, now)
      : dueOn !== null &&
        dueTag({ words: sayDue(dueOn, today, landlord.calendar), tone: toneOf(dueOn, today), date: sayDate(dueOn) });
  return html`<li><strong>${sayObligation(one)}</strong> ${due}
<span class="rd-quiet-text rd-block">${one.rule} (${one.clause})</span></li>`;
}

function facts(file: ContactFile, visit: Visit): Html {
  const { contact, person, home, texts, elected } = file;
  const { policy, people } = visit.landlord;
  const { triage } = contact;
  const needs = contact.needs.map(({ kind, detail }) =>
    [sayNeed(kind), texts.get(detail.textId)].filter(Boolean).join(': '),
  );
  const recordedBy = people[contact.recordedBy]?.name ?? 'somebody no longer here';
  return summaryList({
    rows: [
      { key: 'First told', value: firstTold(contact.toldOn, contact.loggedOn) },
      { key: 'How', value: labelOf(policy.channels, contact.channel) },
      { key: 'Where', value: home?.address ?? 'No address' },
      {
        key: 'Reached by',
        value:
          person === null
            ? 'They gave no name'
            : [person.phone, person.email].filter(Boolean).join(', ') || 'Nothing known',
      },
      contact.relationship !== null && {
        key: 'Who they are to us',
        value: labelOf(policy.complainants, contact.relationship),
      },
      needs.length > 0 && { key: 'Needs', value: needs.join('; ') },
      contact.hazard !== null && { key: 'Danger', value: danger(file, visit) },
      elected !== null && { key: 'Who asks', value: [elected.name, elected.email].filter(Boolean).join(', ') },
      triage?.elsewhere != null && { key: 'Who can help', value: whoHelps(file, visit) },
      contact.passedOn.length > 0 && {
        key: 'Passed on to',
        value: contact.passedOn.map(({ to, on }) => `${people[to]?.name ?? 'somebody'} (${sayDate(on)})`).join('; '),
      },
      contact.replies.length > 0 && {
        key: 'Handed over',
        value: contact.replies.map(({ on }) => sayDate(on)).join('; '),
      },
      { key: 'Written down by', value: `${recordedBy}, ${sayDate(contact.loggedOn)}` },
    ],
  });
}

function firstTold(toldOn: LocalDate, loggedOn: LocalDate): string {
  return toldOn === loggedOn ? sayDate(toldOn) : `${sayDate(toldOn)}, written down on ${sayDate(loggedOn)}`;
}

function danger({ contact }: ContactFile, { landlord }: Visit): Html {
  const { hazard } = contact;
  if (hazard === null) return html``;
  const kinds = hazard.kinds.map(kind => labelOf(intakeRules(landlord).hazards, kind));
  const state =
    hazard.settled !== null
      ? tag({ text: hazard.settled.outcome === 'made-safe' ? 'Made safe' : 'No danger found', colour: 'green' })
      : hazard.carriedOn !== null
        ? tag({ text: 'Followed with the complaint', colour: 'blue' })
        : tag({ text: 'To be made safe', colour: 'red' });
  return html`${sayList(kinds)} ${state}`;
}

function whoHelps({ contact, texts }: ContactFile, { landlord, today }: Visit): string {
  const elsewhere = contact.triage?.elsewhere ?? null;
  if (elsewhere === null) return '';
  const named = bodiesOn(landlord.policy, today).filter(one => elsewhere.bodies.includes(one.body));
  const other = elsewhere.other === null ? [] : [texts.get(elsewhere.other.textId) ?? ''];
  return [...named.map(one => one.name), ...other].join('; ');
}

function aside({ visit, earlier }: ContactProps): Html {
  return html`<div>${whatIsAComplaint(visit)}
${
  earlier.length > 0 &&
  html`<section class="rd-card" aria-labelledby="earlier"><h2 class="rd-card__title" id="earlier">They may have complained before</h2>
${earlier.map(
  one =>
    html`<p class="govuk-body-s"><a class="govuk-link" href="${paths.case({ reference: one.reference })}">${one.reference}</a>, ${one.name}, received ${sayDate(one.receivedOn)}${one.closedOn === null ? '' : ', closed'}<span class="rd-quiet-text rd-block">${one.words ?? ''}</span></p>`,
)}</section>`
}</div>`;
}
