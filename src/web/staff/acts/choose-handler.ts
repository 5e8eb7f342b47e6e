/** Who may be given a stage, with what they carry already; and who is not offered, with the reason (R30). */
import { holds } from '../../../domain/access/permissions.ts';
import type { PersonFacts } from '../../../domain/complaint/deciding.ts';
import { type Candidate, type Eligibility, eligibility } from '../../../domain/complaint/independence.ts';
import { sayList } from '../../../domain/complaint/refusals/words.ts';
import { details } from '../../components/govuk/details.ts';
import { radios } from '../../components/govuk/radios.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { sayLoad } from '../team/say-load.ts';
import type { ActContext } from './act-page.ts';
import { roleOf } from './choose-person.ts';

type Judge = (person: PersonFacts) => Eligibility;

/** The person who has the stage now. */
export function handlerOf({ file, stage }: ActContext): string | null {
  return file.state.stages[stage].handlerId;
}

/** Whether whoever looks may give it to others. */
export function mayAssign({ visit, file }: ActContext): boolean {
  return holds(visit.viewer.roles, 'assign', file.context.policy);
}

/** Who can be chosen; whoever may not assign to others can take it from the queue themselves. */
export function people(context: ActContext, judge?: Judge): { offered: Candidate[]; others: Candidate[] } {
  const { visit, file, stage } = context;
  const judged = judge ?? (person => eligibility(file.state, stage, person, file.deciding));
  const all = Object.values(file.deciding.people)
    .filter(person => person.active && person.personId !== handlerOf(context))
    .map(person => ({ person, eligibility: judged(person) }));
  const able = all.filter(one => one.eligibility.eligible || file.state.routing?.to === one.person.personId);
  able.sort((a, b) => seniority(a, context) - seniority(b, context));
  const own = able.filter(one => one.person.personId === visit.viewer.personId);
  return { offered: mayAssign(context) ? able : own, others: all.filter(one => !able.includes(one)) };
}

/** Where only one person can take it they are chosen already. */
export function onlyOne(context: ActContext): string {
  const [first, ...more] = people(context).offered;
  return more.length === 0 ? (first?.person.personId ?? '') : '';
}

/** Those who can take it as radios, each with role, load and what to think of first; below them who is not offered and why. */
export function handlerRadios(form: FormView, context: ActContext, judge?: Judge): Html {
  const { offered, others } = people(context, judge);
  return html`${radios({
    ...form.choice('person'),
    fieldset: { legend: 'Who takes it' },
    items: offered.map(one => ({
      value: one.person.personId,
      text: one.person.name,
      hint: html`${roleOf(context, one.person.personId)}. ${sayLoad(context.loads?.get(one.person.personId))}${warnings(one)}`,
    })),
  })}
${notOffered(others, context)}`;
}

const ranks = ['colleague', 'officer', 'lead', 'head', 'director', 'chief-executive', 'board'];

/** Those whose daily work it is come first. */
function seniority({ person }: Candidate, { file }: ActContext): number {
  const held = file.context.policy.roles.filter(role => person.roles.includes(role.id));
  return Math.min(...held.map(role => ranks.indexOf(role.seniority)));
}

function warnings({ eligibility: found }: Candidate): Html | false {
  return (
    found.eligible && found.warnings.length > 0 && html` <strong>Think first:</strong> ${found.warnings.join('; ')}`
  );
}

/** Those whom the reader may miss in the list, with the reason. At stage 1 that is only who is barred by the case itself. */
function notOffered(others: readonly Candidate[], { stage }: ActContext): Html | false {
  const reasons = new Map<string, string[]>();
  for (const { person, eligibility: found } of others) {
    if (found.eligible || (stage === 1 && found.clause === 'Code 4.1')) continue;
    const reason = `${found.because} (${found.clause})`;
    reasons.set(reason, [...(reasons.get(reason) ?? []), person.name]);
  }
  if (reasons.size === 0) return false;
  // What only concerns one or two says most about this complaint; a role that never reviews is told of last.
  const told = [...reasons].sort(([, a], [, b]) => a.length - b.length);
  return details({
    summary: `Who is not offered, and why (${told.flatMap(([, names]) => names).length})`,
    open: stage === 2,
    content: html`<ul class="govuk-list govuk-list--bullet">${told.map(
      ([reason, names]) => html`<li><strong>${sayList(names)}</strong>: ${reason}</li>`,
    )}</ul>`,
  });
}
