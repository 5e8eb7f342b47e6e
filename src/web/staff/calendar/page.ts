import { owedByLandlord } from '../../../application/policy-reviews.ts';
import { calendarHistory } from '../../../application/queries/calendar-history.ts';
import type { Reading } from '../../../application/reading.ts';
import { calendarProgress } from '../../../application/recount-dates.ts';
import { holds, rolesHolding } from '../../../domain/access/permissions.ts';
import { covers } from '../../../domain/calendar/working-days.ts';
import { sayNumber } from '../../../domain/say-number.ts';
import { paths } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { addPages } from './add.ts';
import { extendPages } from './extend.ts';
import { removePages } from './remove.ts';
import { calendarView } from './view.ts';

/** `/calendar`: the days that count, and the pages that change them (R4, R11). */
export function calendarRoutes(routes: StaffRoutes): void {
  routes.get(paths.calendar.pattern, showCalendar);
  routes.get(paths.calendarAdd.pattern, async visit => addPages.show(visit));
  routes.post(paths.calendarAdd.pattern, addPages.send);
  routes.get(paths.calendarExtend.pattern, async visit => extendPages.show(visit));
  routes.post(paths.calendarExtend.pattern, extendPages.send);
  routes.get(paths.calendarRemove.pattern, async (visit, tx) => removePages.show(visit, tx));
  routes.post(paths.calendarRemove.pattern, removePages.send);
}

async function showCalendar(visit: Visit, tx: Reading): Promise<Answer> {
  const { landlord, today, query } = visit;
  const { calendar, policy } = landlord;
  const asked = query['year'] ?? today.slice(0, 4);
  const duties = await owedByLandlord(tx, landlord);
  const known = /^\d{4}$/.test(asked) && covers(calendar, `${Number(asked)}-06-01`);
  return visit.page({
    title: 'Calendar',
    content: calendarView({
      calendar,
      extendBy: duties.find(duty => duty.kind === 'extend-calendar') ?? null,
      closures: policy.calendar.closures,
      recount: await calendarProgress(tx, landlord.landlordId, landlord.calendarRevision),
      history: await calendarHistory(tx, landlord.landlordId),
      year: Number(known ? asked : calendar.to.slice(0, 4)),
      today,
      may: mayChange(visit) ? true : whoMay(visit),
    }),
    done: doneSentence(query),
    nav: { current: 'calendar' },
  });
}

const sentences: Readonly<Record<string, string>> = {
  added: 'The bank holiday is added.',
  removed: 'The bank holiday is taken away.',
  extended: 'The years are loaded.',
};

function doneSentence({ done, cases, waiting }: Visit['query']): string | undefined {
  const what = sentences[done ?? ''];
  if (what === undefined) return undefined;
  const many = asCount(cases);
  const left = asCount(waiting);
  const moved = `${many === 1 ? 'One complaint has' : `${say(many)} complaints have`} a note of the new dates.`;
  if (left > 0)
    return `${what} ${many === 0 ? '' : `${moved} `}${left === 1 ? 'One more is' : `${say(left)} more are`} still being counted, which goes on by itself.`;
  return `${what} ${many === 0 ? 'No open date moved.' : moved}`;
}

const say = (many: number): string => sayNumber(many);

function asCount(text: string | undefined): number {
  return /^[1-9]\d{0,6}$/.test(text ?? '') ? Number(text) : 0;
}

function mayChange({ viewer, landlord }: Visit): boolean {
  return holds(viewer.roles, 'manage-calendar', landlord.policy);
}

function whoMay({ landlord }: Visit): string {
  const titles = rolesHolding('manage-calendar', landlord.policy).map(role => role.title);
  return titles.length === 0 ? 'the policy gives this to nobody.' : `the policy gives this to ${titles.join(', ')}.`;
}
