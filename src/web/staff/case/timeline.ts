import type { CaseFile } from '../../../application/case-file.ts';
import { asComplaintEvent } from '../../../application/load-case.ts';
import type { KnownReferral } from '../../../application/queries/referrals.ts';
import { londonDateOf, londonTimeOf, sayDate } from '../../../domain/calendar/dates.ts';
import type { EventOf, EventType } from '../../../domain/complaint/events.ts';
import { textIdsIn } from '../../../domain/complaint/text-ids.ts';
import { timeline } from '../../components/moj/timeline.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { sayKind } from '../files/file-words.ts';
import { caseHead } from './case-head.ts';
import { caseParts } from './parts.ts';
import { actorName, sayEvent } from './say-event.ts';

const filters: Readonly<Record<string, { label: string; types: readonly EventType[] }>> = {
  letters: { label: 'Letters', types: ['LetterIssued', 'LetterSent', 'LetterReturned'] },
  resident: {
    label: 'With the resident',
    types: [
      'ComplaintReceived',
      'ResidentContacted',
      'ClarificationAsked',
      'ClarificationGiven',
      'ContactAgreed',
      'UpdateGiven',
      'UpdatesAgreed',
      'EscalationRequested',
      'ComplaintWithdrawn',
    ],
  },
  decisions: {
    label: 'Decisions',
    types: [
      'ComplaintDefined',
      'PointDecided',
      'PointExcluded',
      'ExtensionDecided',
      'EscalationAccepted',
      'EscalationRefused',
      'ComplaintRefused',
      'RoutingDecided',
      'ReceivedDateCorrected',
    ],
  },
  investigation: {
    label: 'Investigation',
    types: ['InvestigationRecorded', 'InformationAsked', 'InformationGiven', 'FileAdded', 'NoteAdded'],
  },
  promises: {
    label: 'Promises',
    types: ['RemedyOffered', 'ActionPromised', 'ActionMoved', 'ActionDone', 'LearningRecorded'],
  },
};

export type TimelineProps = {
  visit: Visit;
  file: CaseFile;
  only: string;
  /** The restricted referrals they may know of. */
  referrals: readonly KnownReferral[];
};

/** Everything that happened, newest first, with what was written, by kind if wanted. */
export function timelinePage({ visit, file, only, referrals }: TimelineProps): Html {
  const types = filters[only]?.types;
  const happened = file.events
    .filter(event => types === undefined || types.some(type => type === event.type))
    .map(event => item(event, file));
  const shown = [...happened, ...(types === undefined ? referrals.map(one => referralItem(one, file)) : [])]
    .toSorted((a, b) => a.timestamp.localeCompare(b.timestamp))
    .toReversed();
  const href = (key: string): string => withQuery(paths.caseTimeline({ reference: file.reference }), { only: key });
  const choice = (key: string, label: string): Html =>
    html`<li><a class="govuk-link" href="${href(key)}"${key === only && html` aria-current="true"`}>${label}</a></li>`;
  const content = html`${caseParts(file, 'timeline')}
<h2 class="govuk-heading-m">What happened</h2>
<ul class="rd-choices" aria-label="Show">${choice('', 'Everything')}${Object.entries(filters).map(([key, { label }]) => choice(key, label))}</ul>
${shown.length === 0 ? html`<p class="govuk-body">Nothing of that kind has happened.</p>` : timeline({ headingLevel: 3, items: shown })}`;
  return visit.page({
    title: `Timeline – ${file.name}`,
    content,
    sticky: caseHead(file, visit.today),
    nav: { current: 'cases' },
  });
}

function item(stored: CaseFile['events'][number], file: CaseFile) {
  const event = asComplaintEvent(stored);
  const recordedOn = londonDateOf(stored.recordedAt);
  const later = recordedOn !== event.occurredOn;
  const recorded = `${sayDate(recordedOn)}, ${londonTimeOf(stored.recordedAt)}`;
  const words = textIdsIn([event]).flatMap(id => file.texts[id] ?? []);
  const misfiled = file.state.misfiled.includes(stored.version) ? ' (belongs elsewhere)' : '';
  return {
    label: `${sayEvent(event, file)}${misfiled}`,
    timestamp: stored.recordedAt,
    date: later ? `${sayDate(event.occurredOn)} (recorded ${recorded})` : recorded,
    by: actorName(stored.actor, file),
    content: html`${words.map(text => html`<p class="rd-words">${text}</p>`)}${event.type === 'FileAdded' && openFile(event.body, file)}<p class="rd-quiet-text rd-proof">Entry ${stored.version} · ${stored.hash.slice(0, 12)}</p>`,
  };
}

function openFile({ fileId, kind, size }: EventOf<'FileAdded'>['body'], { reference }: CaseFile): Html {
  const href = paths.caseFile({ reference, file: fileId });
  return html`<p class="govuk-body-s"><a class="govuk-link" href="${href}">Open the file</a> (${sayKind({ kind, size })})</p>`;
}

/** That there is one, and nothing of what it says (R61). */
function referralItem({ madeAt, referralId, maySee }: KnownReferral, { reference }: CaseFile) {
  const href = paths.caseReferral({ reference, referral: referralId });
  return {
    label: 'Restricted referral made',
    timestamp: madeAt,
    date: `${sayDate(londonDateOf(madeAt))}, ${londonTimeOf(madeAt)}`,
    content: maySee
      ? html`<p class="govuk-body-s"><a class="govuk-link" href="${href}">Open the referral</a></p>`
      : null,
  };
}
