/** `/team/:person/hand-over`: to whom, then each thing with who may have it and why not, then done in one act. */
import { type PlannedThing, planHandOver, type Wish } from '../../../application/hand-over-plan.ts';
import { handWorkOver, isSecondPress, type ToHandOver } from '../../../application/hand-over-work.ts';
import { heldWork } from '../../../application/queries/held-work.ts';
import { workloads } from '../../../application/queries/workload.ts';
import type { Reading } from '../../../application/reading.ts';
import { holds } from '../../../domain/access/permissions.ts';
import { awayOn, sayAway } from '../../../domain/staff/absence.ts';
import type { Load } from '../../../domain/staff/load.ts';
import { longTextField, optionalChoiceField } from '../../forms/fields.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { commandIdOf, payloadOf } from '../../forms/sent-form.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { type HandOverProps, handOverView, type Taker } from './hand-over-view.ts';
import { type Member, memberIn, refusedPage } from './who.ts';

const spreadChoice = 'spread';

export const handOverPages = {
  async show(visit: Visit, tx: Reading): Promise<Answer> {
    const member = memberIn(visit);
    if (member === null) return null;
    return closed(visit) ?? (await shown(visit, tx, member, wishIn(visit), null)).page;
  },

  async send(visit: Visit): Promise<Answer> {
    const member = memberIn(visit);
    if (member === null) return null;
    const refused = closed(visit);
    if (refused !== null) return refused;
    const wish = wishIn(visit);
    const commandId = commandIdOf(visit.body);
    const [before, { plan }] = await visit.read(
      async tx =>
        [await isSecondPress(tx, visit.viewer, commandId), await shown(visit, tx, member, wish, null)] as const,
    );
    const read = readForm(shapeFor(plan), visit.body);
    const again = (status: number, form: FormView): Promise<Answer> =>
      visit.read(async tx => ({ status, html: (await shown(visit, tx, member, wish, form)).page }));
    if (!read.ok) return again(422, read.form);
    const chosen = read.values as Readonly<Record<string, string | null>>;
    const things = before ? [] : plan.map(one => toHandOver(one, chosen[`to-${one.key}`] ?? null));
    if (!before && things.every(one => one.to === null))
      return again(422, read.form.withErrors({ field: undefined, text: 'Choose somebody for one thing at least' }));
    const form = { commandId, payload: payloadOf(read.form.raw, `hand-over-work-${member.personId}`) };
    const ask = { from: member.personId, reason: String(chosen['reason']), things, form };
    const outcome = await handWorkOver(visit.app, visit.viewer, ask);
    if (outcome.kind === 'done')
      return { redirect: paths.teamHandedOver({ person: member.personId, handover: outcome.handOverId }) };
    const text = outcome.kind === 'refused' ? outcome.sentence : 'This form was sent before with something else in it.';
    return again(outcome.kind === 'refused' ? 422 : 409, read.form.withErrors({ field: undefined, text }));
  },
};

/** Each thing goes to somebody who may have it, or stays. */
function shapeFor(plan: readonly PlannedThing[]) {
  const choices = plan.map(
    ({ key, able }) => [`to-${key}`, optionalChoiceField(able.map(({ personId }) => personId))] as const,
  );
  return {
    ...Object.fromEntries(choices),
    reason: longTextField({ label: 'The reason', required: 'Say why it changes hands', max: 4000 }),
  };
}

function toHandOver({ thing, proposed, because }: PlannedThing, to: string | null): ToHandOver {
  const why = to === null && proposed === null ? because : null;
  return { thing, to, because: why?.sentence ?? null, clause: why?.clause ?? null };
}

function closed(visit: Visit): Answer {
  const { viewer, landlord } = visit;
  if (holds(viewer.roles, 'assign', landlord.policy)) return null;
  const who = landlord.policy.roles.filter(role => role.may.includes('assign')).map(role => role.title);
  return refusedPage(visit, 'Hand work over', `Work is handed over by whoever hands it out: ${who.join(' or ')}.`);
}

/** To whom, by the address; null before it was chosen. */
function wishIn({ query, landlord }: Visit): Wish | null {
  const to = query['to'];
  if (to === spreadChoice) return spreadChoice;
  return landlord.staff.some(one => one.active && one.personId === to) ? { to: to ?? '' } : null;
}

async function shown(
  visit: Visit,
  tx: Reading,
  member: Member,
  wish: Wish | null,
  form: FormView | null,
): Promise<{ page: ReturnType<Visit['page']>; plan: PlannedThing[] }> {
  const { app, landlord, viewer, today } = visit;
  const { personId } = member;
  const [{ held, more }, loads] = await Promise.all([
    heldWork(tx, viewer.landlordId, personId, today),
    workloads(tx, viewer.landlordId, today),
  ]);
  const asked = { landlord, viewer, from: personId, today };
  const plan = wish === null ? [] : await planHandOver(app, tx, asked, held, wish, loads);
  const start = Object.fromEntries(plan.map(one => [`to-${one.key}`, one.proposed ?? '']));
  const shownForm = form ?? newForm(start);
  const props: HandOverProps = {
    member,
    landlord,
    today,
    held,
    more,
    wish: wish === null ? null : wish === 'spread' ? spreadChoice : wish.to,
    plan,
    takers: takers(visit, member, loads),
    form: shownForm,
    seal: visit.seal(),
  };
  const title = `Hand over the work of ${member.name}`;
  return { page: visit.page({ title, content: handOverView(props), errors: shownForm.summary() }), plan };
}

/** Everybody here but whose work it is, with what they carry and whether they are away. */
function takers({ landlord, today }: Visit, member: Member, loads: ReadonlyMap<string, Load>): Taker[] {
  return landlord.staff
    .filter(one => one.active && one.personId !== member.personId)
    .map(one => {
      const away = awayOn(one, today);
      return {
        personId: one.personId,
        name: one.name,
        load: loads.get(one.personId),
        away: away === null ? null : sayAway(away, today),
      };
    });
}
