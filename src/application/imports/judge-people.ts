/** People of a file: the home that a row names is looked up, and who has complained before keeps the identity they have there. */

import { judgeRow, type Met } from '../../domain/register/judge.ts';
import {
  type KnownPerson,
  matchPerson,
  personKeys,
  personRules,
  type WaysWritten,
} from '../../domain/register/people.ts';
import { plainText } from '../../domain/register/plain.ts';
import { type Cell, type Change, type Fields, type Row, textIn, type Verdict } from '../../domain/register/row.ts';
import type { Tx } from '../../storage/landlord-transaction.ts';
import { addressesOf, homesIdentified, peopleIdentified } from '../../storage/register/known.ts';
import { type Judge, valuesIn } from './judge.ts';

export function peopleJudge(tx: Tx, landlordId: string, ways: WaysWritten): Judge {
  const met: Met = new Map();
  return {
    rules: personRules(ways),
    judge: async rows => {
      const homes = await homesOf(tx, landlordId, rows);
      const people = await peopleIdentified(tx, landlordId, {
        references: valuesIn(rows, 'person_reference'),
        emails: valuesIn(rows, 'email'),
        phones: valuesIn(rows, 'phone'),
      });
      const by = indexed(people);
      const verdicts = rows.map((row): Verdict => {
        const placed = placeIn(row.fields, homes);
        if ('why' in placed) return { kind: 'rejected', line: row.line, fields: row.fields, faults: [placed] };
        const known = found(placed.fields, by);
        return judgeRow(
          { line: row.line, fields: placed.fields },
          { known, met, match: matchPerson, keys: personKeys },
        );
      });
      const moved = verdicts.flatMap(one => (one.kind === 'changed' ? homesIn(one.changes) : []));
      const addresses = await addressesOf(tx, landlordId, moved);
      return verdicts.map(verdict => withAddresses(verdict, addresses));
    },
  };
}

type Homes = { byUprn: Map<string, string>; byReference: Map<string, readonly string[]> };

async function homesOf(tx: Tx, landlordId: string, rows: readonly Row[]): Promise<Homes> {
  const known = await homesIdentified(tx, landlordId, {
    uprns: valuesIn(rows, 'uprn'),
    references: valuesIn(rows, 'property_reference'),
  });
  const homes: Homes = { byUprn: new Map(), byReference: new Map() };
  for (const { id, fields } of known) {
    const [uprn, reference] = [textIn(fields, 'uprn'), textIn(fields, 'property_reference')];
    if (uprn !== null) homes.byUprn.set(uprn, id);
    if (reference !== null) homes.byReference.set(reference, [...(homes.byReference.get(reference) ?? []), id]);
  }
  return homes;
}

/** The row with its home by id, where the file says anything of it; or what is wrong with the home it names. */
function placeIn(
  { uprn: _uprn, property_reference: _reference, ...rest }: Fields,
  homes: Homes,
): { fields: Fields } | { column: string; value: string; why: string } {
  const given: Fields = { uprn: _uprn ?? null, property_reference: _reference ?? null };
  if (_uprn === undefined && _reference === undefined) return { fields: rest };
  const [uprn, reference] = [textIn(given, 'uprn'), textIn(given, 'property_reference')];
  const [column, value, ids] =
    uprn === null
      ? (['property_reference', reference, homes.byReference.get(reference ?? '') ?? []] as const)
      : (['uprn', uprn, [homes.byUprn.get(uprn) ?? []].flat()] as const);
  if (value === null) return { fields: { ...rest, home: null } };
  const [home, ...others] = ids;
  if (home === undefined) return { column, value, why: 'no home has it here; bring in the homes first' };
  return others.length > 0 ? { column, value, why: 'more than one home has it' } : { fields: { ...rest, home } };
}

function indexed(people: readonly KnownPerson[]): Map<string, KnownPerson[]> {
  const by = new Map<string, KnownPerson[]>();
  for (const one of people) {
    for (const column of ['person_reference', 'email', 'phone']) {
      const value = textIn(one.fields, column);
      const key = `${column} ${value}`;
      if (value !== null) by.set(key, [...(by.get(key) ?? []), one]);
    }
  }
  return by;
}

function found(fields: Fields, by: ReadonlyMap<string, KnownPerson[]>): KnownPerson[] {
  const all = ['person_reference', 'email', 'phone'].flatMap(
    column => by.get(`${column} ${textIn(fields, column)}`) ?? [],
  );
  return [...new Set(all)];
}

/** The homes that somebody moves from and to. */
function homesIn(changes: readonly Change[]): string[] {
  const moves = changes.filter(one => one.column === 'home').flatMap(({ from, to }) => [from, to]);
  return moves.filter(one => typeof one === 'string');
}

/** A change of home is told by addresses: an id says nothing to anybody. */
function withAddresses(verdict: Verdict, addresses: ReadonlyMap<string, string>): Verdict {
  if (verdict.kind !== 'changed') return verdict;
  const say = (home: Cell): Cell => (typeof home === 'string' ? (addresses.get(home) ?? null) : null);
  const changes = verdict.changes.map(one =>
    one.column === 'home' ? { column: 'home', from: say(one.from), to: say(one.to) } : one,
  );
  return { ...verdict, changes };
}

/** Whether somebody of a complaint is surely the person of a row: the same name, and the same email or phone. */
export function isSurely(fields: Fields, one: { name: string; email: string | null; phone: string | null }): boolean {
  const same = (given: string | null, known: string | null): boolean => given !== null && given === known;
  return (
    plainText(textIn(fields, 'name') ?? '') === plainText(one.name) &&
    (same(textIn(fields, 'email'), one.email) || same(textIn(fields, 'phone'), one.phone))
  );
}
