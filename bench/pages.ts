/** The pages under load: what a person waits for, how many the machine serves, and what each costs. */
import { randomUUID } from 'node:crypto';
import { hiddenFields } from '../src/web/forms/form-page.ts';
import { formFields } from '../test/staff-visitor.ts';
import { type Loaded, load } from './load.ts';
import { cpuOf, cpuOfTree } from './processes.ts';
import type { Running } from './running.ts';
import { type Measured, median } from './table.ts';

/** What a page costs a request, in milliseconds of CPU. */
export type Cost = Loaded & { node: number; database: number };

/** Somebody at the pages: the address to begin with, the process that serves and the session's cookie. */
export type Visitor = { address: string; pid: number; postgres: number; cookie: string };

export function visitorOf({ address, pid, postgres }: Running, token: string): Visitor {
  return { address, pid, postgres, cookie: `redress-session=${token}` };
}

/** Loads one address and gives what it took of this process and of PostgreSQL. */
export async function costOf(
  { address, pid, postgres, cookie }: Visitor,
  path: string,
  seconds: number,
  more: { form?: () => URLSearchParams; expected?: number; connections?: number } = {},
): Promise<Cost> {
  const before = { node: cpuOf(pid), database: cpuOfTree(postgres) };
  const loaded = await load({ url: address + path, cookie, seconds, ...more });
  const used = (now: number, then: number): number => (now - then) / loaded.requests;
  return {
    ...loaded,
    node: used(cpuOf(pid), before.node),
    database: used(cpuOfTree(postgres), before.database),
  };
}

/** Several short rounds instead of a long one: the median of each figure forgives what else the machine does. */
export async function rounds(count: number, work: () => Promise<Cost>): Promise<Cost> {
  const all: Cost[] = [];
  for (let round = 0; round < count; round += 1) all.push(await work());
  return middle(all);
}

export function middle(all: readonly Cost[]): Cost {
  const of = (pick: (one: Cost) => number): number => median(all.map(pick));
  return {
    requests: all.reduce((sum, one) => sum + one.requests, 0),
    perSecond: of(one => one.perSecond),
    p95: of(one => one.p95),
    node: of(one => one.node),
    database: of(one => one.database),
  };
}

/** The two rows of a page: how long a person waits, and how many pages a second there are. */
export function pageRows(
  what: string,
  { p95, perSecond }: Cost,
  limits: { p95: number; perSecond?: number },
): Measured[] {
  const { p95: most, perSecond: least } = limits;
  return [
    { what: `${what}, p95`, unit: 'ms', value: p95, limit: { most } },
    { what: `${what}, pages`, unit: '/s', value: perSecond, limit: least === undefined ? 'said' : { least } },
  ];
}

/** Complaints by a real form, each with its own seal, resident and home; nobody is like anybody known. */
export async function complaintForms({ address, cookie }: Visitor): Promise<() => URLSearchParams> {
  const page = await fetch(`${address}/complaints/new`, { headers: { cookie } });
  if (page.status !== 200) throw new Error(`The form to log a complaint answered ${page.status}.`);
  const hidden = formFields(await page.text());
  return () => {
    const number = String(Math.floor(Math.random() * 1e9)).padStart(9, '0');
    const filled = {
      ...hidden,
      [hiddenFields.command]: randomUUID(),
      name: `${invented()} ${invented()}`,
      phone: `01${number}`,
      email: `${randomUUID()}@example.org`,
      relationship: 'tenant',
      address: `${number} ${invented()} Road, Testington`,
      postcode: `ZZ${number.slice(0, 2)} ${number.slice(2, 3)}${invented().slice(0, 2).toUpperCase()}`,
      channel: 'phone',
      category: 'property-condition',
      'service-area': 'repairs',
      words: `The boiler has been off for a week and the engineer did not come. ${invented()}`,
      'first-told': 'now',
      'at-risk': 'no',
    };
    return new URLSearchParams(
      Object.entries(filled).flatMap(([name, value]) => [value].flat().map(one => [name, one])),
    );
  };
}

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** A word of ten letters, like no other. */
function invented(): string {
  return Array.from({ length: 10 }, () => letters[Math.floor(Math.random() * letters.length)]).join('');
}
