import assert from 'node:assert/strict';
import test from 'node:test';
import fc from 'fast-check';
import { dayCell, postcodeCell, uprnCell, yesNoCell } from './cells.ts';
import { homeKeys, homeRules, isSameHomeCell, type KnownHome, matchHome } from './homes.ts';
import { judgeRow, type Met } from './judge.ts';
import { matchPerson, personKeys, personRules } from './people.ts';
import { changesTo, type Fields, type Row, readRow } from './row.ts';
import { sayCell, sayColumn } from './say-row.ts';

const ways = {
  asEmail: (text: string) => text.toLowerCase(),
  asPhone: (text: string) => text,
  isEmail: (text: string) => text.includes('@'),
};

const home = (id: string, fields: Fields): KnownHome => ({ id, fields });
const row = (fields: Record<string, string>, line = 2): Row => {
  const read = readRow(line, fields, homeRules);
  return 'row' in read ? read.row : assert.fail(JSON.stringify(read.faults));
};
const at = (address: string, more: Record<string, string> = {}) => row({ address, postcode: 'ZZ1 1AA', ...more });

test('cells are read as people write them, and say what was expected', () => {
  assert.deepEqual(uprnCell('000100040000001'), { value: '100040000001' });
  assert.ok('why' in uprnCell('1.00E+11'));
  assert.deepEqual(postcodeCell('dt11aa'), { value: 'DT1 1AA' });
  assert.ok('why' in postcodeCell('DT1'));
  assert.deepEqual([yesNoCell('Y'), yesNoCell('FALSE')], [{ value: true }, { value: false }]);
  assert.deepEqual([dayCell('1/4/2019'), dayCell('2019-04-01')], [{ value: '2019-04-01' }, { value: '2019-04-01' }]);
  for (const bad of ['31/02/2026', '04-01-2019', '2026-13-01', 'soon']) assert.ok('why' in dayCell(bad), bad);
});

test('a row is told all of its faults at once; an empty cell means none, a missing column says nothing', () => {
  const bad = readRow(7, { uprn: 'x', address: '', postcode: 'nowhere' }, homeRules);
  assert.ok('faults' in bad);
  assert.deepEqual(
    bad.faults.map(one => one.column),
    ['uprn', 'address', 'postcode'],
  );
  const good = row({ address: '1 Row', postcode: 'ZZ1 1AA', tenure: '' });
  assert.deepEqual(good.fields, { address: '1 Row', postcode: 'ZZ1 1AA', tenure: null });
  assert.deepEqual(changesTo({ tenure: 'lease', building: 'B' }, { tenure: null }), [
    { column: 'tenure', from: 'lease', to: null },
  ]);
});

test('a tenancy cannot end before it began', () => {
  const read = readRow(
    2,
    { address: '1', postcode: 'ZZ1 1AA', tenancy_start: '2026-02-01', tenancy_end: '31/01/2026' },
    homeRules,
  );
  assert.ok('faults' in read && read.faults[0]?.column === 'tenancy_end');
});

test('a home is known by its UPRN, else by the landlord’s own reference, else by exactly its address', () => {
  const known = [
    home('a', { uprn: '1', property_reference: 'P1', address: '1 Row', postcode: 'ZZ1 1AA' }),
    home('b', { uprn: null, property_reference: 'P2', address: '2 Row', postcode: 'ZZ1 1AA' }),
    home('c', { uprn: null, property_reference: null, address: '3, Row.', postcode: 'ZZ1 1AA' }),
  ];
  assert.deepEqual(matchHome(at('Elsewhere', { uprn: '1' }).fields, known), { is: 'a' });
  assert.deepEqual(matchHome(at('Elsewhere', { uprn: '9', property_reference: 'P2' }).fields, known), { is: 'b' });
  assert.deepEqual(matchHome(at('3 ROW', { uprn: '7', property_reference: 'P7' }).fields, known), { is: 'c' });
  assert.equal(matchHome(at('1 Row', { uprn: '8' }).fields, known), 'new');
  assert.equal(matchHome(at('4 Row').fields, known), 'new');
});

test('what could be two homes is never guessed, and what belongs to another is told with whose it is', () => {
  const known = [
    home('a', { uprn: '1', property_reference: 'P1', address: '1 Row', postcode: 'ZZ1 1AA' }),
    home('b', { uprn: '2', property_reference: 'P2', address: '1 Row', postcode: 'ZZ1 1AA' }),
  ];
  const why = (fields: Fields): string => {
    const match = matchHome(fields, known);
    return match !== 'new' && 'fault' in match ? match.fault.why : String(match);
  };
  assert.match(why(at('1 row').fields), /any of these homes.*UPRN 1.*UPRN 2/);
  assert.match(why(at('1 Row', { uprn: '1', property_reference: 'P2' }).fields), /another home already.*reference P2/);
  assert.match(why(at('1 Row', { uprn: '3', property_reference: 'P2' }).fields), /another home already.*UPRN 2/);
});

test('somebody is known by their reference, else by name with email or phone; a name alone is no person', () => {
  const known = [
    { id: 'a', fields: { person_reference: 'R1', name: 'Amaka Okonkwo', email: 'a@x.org', phone: null } },
    { id: 'b', fields: { person_reference: null, name: 'Amaka Okonkwo', email: null, phone: '1' } },
    { id: 'c', fields: { person_reference: null, name: 'Amaka Okonkwo', email: 'a@x.org', phone: '1' } },
  ];
  assert.deepEqual(matchPerson({ person_reference: 'R1', name: 'Married Name' }, known), { is: 'a' });
  assert.deepEqual(
    matchPerson({ person_reference: 'R9', name: 'AMAKA okonkwo', email: 'a@x.org', phone: '2' }, known),
    { is: 'c' },
  );
  assert.equal(matchPerson({ name: 'Chidi Okonkwo', email: 'a@x.org', phone: '1' }, known), 'new');
  const two = matchPerson({ name: 'Amaka Okonkwo', phone: '1' }, known);
  assert.ok(two !== 'new' && 'fault' in two && /any of these people/.test(two.fault.why));
  const read = readRow(2, { name: 'Nobody Inparticular', phone: '' }, personRules(ways));
  assert.ok('faults' in read && /needs a person_reference/.test(read.faults[0]?.why ?? ''));
  assert.deepEqual(personKeys({ name: 'A B', email: 'a@x.org', phone: null }), ['name and email a b a@x.org']);
});

test('the same thing twice in a file is taken once, and a row that was judged is judged the same again', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ uprn: fc.constantFrom('1', '2', '3', ''), address: fc.constantFrom('1 Row', '2 Row', '3 Row') }),
        {
          maxLength: 12,
        },
      ),
      cells => {
        const rows = cells.map(
          (cell, index) => at(cell.address, { ...cell }).fields && row({ ...cell, postcode: 'ZZ1 1AA' }, index + 2),
        );
        const judged = (known: readonly KnownHome[]) => {
          const met: Met = new Map();
          return rows.map(one => judgeRow(one, { known, met, match: matchHome, keys: homeKeys, same: isSameHomeCell }));
        };
        const first = judged([]);
        const fresh = first.flatMap(one => (one.kind === 'new' ? home(String(one.row.line), one.row.fields) : []));
        const keys = fresh.flatMap(one => homeKeys(one.fields));
        assert.equal(new Set(keys).size, keys.length);
        for (const [index, again] of judged(fresh).entries())
          if (first[index]?.kind === 'new') assert.notEqual(again.kind, 'new', 'what was made is known the next time');
      },
    ),
  );
});

test('cells and columns are said in words', () => {
  assert.deepEqual([null, true, '2026-03-01', 'lease'].map(sayCell), ['nothing', 'yes', '1 Mar 2026', 'lease']);
  assert.deepEqual(['uprn', 'tenure', 'job_title'].map(sayColumn), ['UPRN', 'Tenure', 'Job title']);
});
