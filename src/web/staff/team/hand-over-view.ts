import type { PlannedThing } from '../../../application/hand-over-plan.ts';
import type { Landlord } from '../../../application/landlord.ts';
import type { Held } from '../../../application/queries/held-work.ts';
import { type LocalDate, sayDate } from '../../../domain/calendar/dates.ts';
import { sayDue } from '../../../domain/calendar/say-due.ts';
import { sayObligation } from '../../../domain/complaint/in-words.ts';
import { awayOn, sayAway } from '../../../domain/staff/absence.ts';
import type { HeldThing } from '../../../domain/staff/events.ts';
import type { Load } from '../../../domain/staff/load.ts';
import { button } from '../../components/govuk/button.ts';
import { select } from '../../components/govuk/select.ts';
import { tag } from '../../components/govuk/tag.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { adjustmentBadges } from '../../components/redress/adjustment-badges.ts';
import { dataTable } from '../../components/redress/data-table.ts';
import { dueTag } from '../../components/redress/due-tag.ts';
import { emptyState } from '../../components/redress/empty-state.ts';
import { type FormSeal, sealFields } from '../../forms/form-page.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { recordPages } from '../../record-pages.ts';
import { toneOf } from '../case/case-head.ts';
import { sayLoad } from './say-load.ts';
import type { Member } from './who.ts';

export type Taker = { personId: string; name: string; load: Load | undefined; away: string | null };

export type HandOverProps = {
  member: Member;
  landlord: Landlord;
  today: LocalDate;
  held: readonly Held[];
  more: boolean;
  /** To whom, as chosen; null before it was. */
  wish: string | null;
  plan: readonly PlannedThing[];
  takers: readonly Taker[];
  form: FormView;
  seal: FormSeal;
};

/** What each thing is called. */
export const thingWords: Record<HeldThing['kind'], string> = {
  complaint: 'Complaint',
  promise: 'Promise',
  question: 'Question',
  record: 'Record',
};

/** Two steps on one page: to whom, and then what goes to whom and what stays, with the reason. */
export function handOverView(props: HandOverProps): Html {
  const { member, held, wish, more, today } = props;
  const away = awayOn(member, today);
  const standing =
    member.leftOn !== null
      ? `They left on ${sayDate(member.leftOn)}.`
      : away !== null
        ? `They are ${sayAway(away, today)}.`
        : '';
  return html`<h1 class="govuk-heading-l">Hand over the work of ${member.name}</h1>
<p class="govuk-body">${standing} ${held.length === 0 ? '' : `They hold ${more ? 'more than ' : ''}${held.length} ${held.length === 1 ? 'thing' : 'things'}. Every date stays as it is.`}</p>
${held.length === 0 ? nothing(member) : html`${toWhom(props)}${wish === null ? list(props) : plan(props)}`}`;
}

function nothing({ personId }: Member): Html {
  return emptyState({
    title: 'Nothing is theirs',
    text: 'Neither complaints nor promises nor questions wait with them.',
    action: html`<a class="govuk-link" href="${paths.teamMember({ person: personId })}">Back to their page</a>`,
  });
}

function toWhom({ member, takers, wish }: HandOverProps): Html {
  return html`<form method="get" action="${paths.teamHandOver({ person: member.personId })}" class="rd-choice">
${select({
  id: 'to',
  name: 'to',
  label: 'To whom?',
  value: wish ?? '',
  items: [
    { value: 'spread', text: 'Spread by what each carries' },
    ...takers.map(one => ({
      value: one.personId,
      text: `${one.name}: ${sayLoad(one.load)}${one.away === null ? '' : ` ${capital(one.away)}.`}`,
    })),
  ],
})}
${button({ text: wish === null ? 'See what can go' : 'See it again', classes: 'govuk-button--secondary' })}
</form>`;
}

function list({ held, landlord, today, more }: HandOverProps): Html {
  return html`${dataTable<Held>({
    caption: 'What they hold',
    rows: held,
    columns: [what(), forWhom(), due(landlord, today)],
  })}${moreOfIt(more, held.length)}`;
}

function plan(props: HandOverProps): Html {
  const { member, landlord, today, form, seal, wish, more } = props;
  const action = withQuery(paths.teamHandOver({ person: member.personId }), { to: wish });
  const stays = props.plan.filter(one => one.proposed === null).length;
  return html`<form method="post" novalidate class="rd-form" action="${action}">
${sealFields(seal)}
${stays > 0 && html`<p class="govuk-body"><strong>${stays}</strong> cannot go as you chose. Choose somebody else for ${stays === 1 ? 'it' : 'each'}, or leave ${stays === 1 ? 'it' : 'them'} for a decision: nothing is dropped.</p>`}
${dataTable<PlannedThing>({
  caption: 'What goes to whom',
  rows: props.plan,
  tone: row => (row.proposed === null ? 'late' : undefined),
  columns: [what(), forWhom(), due(landlord, today), { heading: 'Goes to', cell: row => goesTo(row, props) }],
})}
${moreOfIt(more, props.plan.length)}
${textarea({
  ...form.text('reason'),
  label: 'Why does it change hands?',
  hint: 'It stays with each complaint, and the resident may read it. Write nothing of anybody’s health.',
  rows: 2,
  classes: 'rd-textarea--small',
})}
<div class="rd-form__foot">${button({ text: 'Hand it over', preventDoubleClick: true })}<a class="govuk-link" href="${paths.teamMember({ person: member.personId })}">Cancel</a></div>
</form>`;
}

function goesTo(row: PlannedThing, { takers, form, member }: HandOverProps): Html {
  const name = `to-${row.key}`;
  const able = takers.filter(one => row.able.some(({ personId }) => personId === one.personId));
  const to = form.choice(name);
  const think = row.able.find(one => one.personId === to.value)?.warnings ?? [];
  return html`${
    row.because !== null &&
    html`<span class="rd-block"><strong>Cannot go:</strong> ${row.because.sentence}${row.because.clause !== null && ` (${row.because.clause})`}</span>`
  }${select({
    ...to,
    label: html`<span class="govuk-visually-hidden">Who takes ${row.reference ?? row.name}, ${thingWords[row.thing.kind].toLowerCase()}</span>`,
    items: [
      { value: '', text: `Stays with ${member.name}` },
      ...able.map(one => ({ value: one.personId, text: `${one.name}${one.away === null ? '' : ` (${one.away})`}` })),
    ],
  })}${think.length > 0 && html`<span class="rd-table__second"><strong>Think first:</strong> ${think.join('; ')}</span>`}`;
}

function what<R extends Held>() {
  return {
    heading: 'What',
    isRowHeader: true,
    cell: ({ thing, reference, record, caseId, kind, stage, priority }: R): Html => {
      const page = record === null ? null : recordPages[record];
      const href = page === null ? paths.case({ reference: reference ?? '' }) : page.page(caseId);
      return html`<a class="govuk-link rd-table__main" href="${href}">${page === null ? thingWords[thing.kind] : page.label} ${reference ?? ''}</a>${priority && html` ${tag({ text: 'Safety first', colour: 'red' })}`}<span class="rd-table__second">${kind === null ? 'Answered; they are the contact' : sayObligation({ kind, stage })}</span>`;
    },
  };
}

function forWhom<R extends Held>() {
  return {
    heading: 'For whom',
    cell: ({ name, adjustments }: R): Html =>
      html`${name} ${adjustments !== null && adjustmentBadges(adjustments.split(', ').map(text => ({ text })))}`,
  };
}

function due<R extends Held>({ calendar }: Landlord, today: LocalDate) {
  return {
    heading: 'Next due',
    cell: ({ dueOn }: R): Html =>
      dueOn === null
        ? html`Nothing is owed`
        : dueTag({
            words: sayDue(dueOn, today, calendar),
            tone: toneOf(dueOn, today),
            date: sayDate(dueOn),
            place: 'below',
          }),
  };
}

function moreOfIt(more: boolean, shown: number): Html | false {
  return (
    more &&
    html`<p class="govuk-body">There is more. These are the first ${shown}: hand them over, and the next ones follow.</p>`
  );
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
