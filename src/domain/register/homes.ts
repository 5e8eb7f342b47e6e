/** A file of homes: its columns, and by what a home is known again. */
import { dayCell, lineCell, postcodeCell, referenceCell, uprnCell, yesNoCell } from './cells.ts';
import { plainText } from './plain.ts';
import { type Cell, type Fault, type Fields, type RowRules, textIn } from './row.ts';

export const homeRules: RowRules = {
  columns: [
    { name: 'uprn', holds: 'the UPRN of the address', read: uprnCell },
    { name: 'property_reference', holds: 'your own number of the home', read: referenceCell },
    { name: 'address', needed: true, holds: 'the address, without the postcode', read: lineCell(300) },
    { name: 'postcode', needed: true, holds: 'the postcode', read: postcodeCell },
    { name: 'building', holds: 'the reference of the block or building it is in', read: referenceCell },
    { name: 'tenure', holds: 'how it is let or owned, such as social rent', read: lineCell(60) },
    {
      name: 'relevant_stock',
      holds: 'whether it counts for the tenant satisfaction measures: yes or no',
      read: yesNoCell,
    },
    { name: 'tenancy_start', holds: 'the day the present tenancy began', read: dayCell },
    { name: 'tenancy_end', holds: 'the day it ended; empty while it goes on', read: dayCell },
  ],
  check: tenancyFaults,
};

function tenancyFaults(fields: Fields): Fault[] {
  const [from, until] = [textIn(fields, 'tenancy_start'), textIn(fields, 'tenancy_end')];
  if (from === null || until === null || until >= from) return [];
  return [{ column: 'tenancy_end', value: until, why: `the tenancy would end before it began (${from})` }];
}

/** A home as it is known, with what a row is compared with. */
export type KnownHome = { readonly id: string; readonly fields: Fields };

/** What a row is: a home that is known, a new one, or something that is not for a file to decide. */
export type Match = { readonly is: string } | 'new' | { readonly fault: Fault };

/**
 * By UPRN where the row has one; else by the landlord's own reference; else by exactly the same address and postcode. `known`: every
 * home that has one of these in common with the row. What could be two homes is never guessed.
 */
export function matchHome(fields: Fields, known: readonly KnownHome[]): Match {
  const uprn = textIn(fields, 'uprn');
  const reference = textIn(fields, 'property_reference');
  const byUprn = uprn === null ? [] : known.filter(one => textIn(one.fields, 'uprn') === uprn);
  const byReference =
    reference === null ? [] : known.filter(one => textIn(one.fields, 'property_reference') === reference);
  const [home] = byUprn;
  if (home !== undefined) {
    const other = byReference.find(one => one.id !== home.id);
    return other === undefined ? { is: home.id } : { fault: clash('property_reference', reference, other) };
  }
  if (byReference.length > 0) return oneOf(byReference, 'property_reference', reference, fields);
  const same = known.filter(one => isSameAddress(fields, one) && couldBe(fields, one));
  return same.length === 0 ? 'new' : oneOf(same, 'address', textIn(fields, 'address'), fields);
}

function oneOf(found: readonly KnownHome[], column: string, value: string | null, fields: Fields): Match {
  const [first, ...others] = found;
  if (first === undefined) return 'new';
  if (others.length > 0) {
    const all = found.map(sayHome).join('; ');
    return { fault: { column, value, why: `it could be any of these homes, so nothing is changed: ${all}` } };
  }
  const uprn = textIn(fields, 'uprn');
  const known = textIn(first.fields, 'uprn');
  return uprn === null || known === null || known === uprn ? { is: first.id } : { fault: clash(column, value, first) };
}

function clash(column: string, value: string | null, other: KnownHome): Fault {
  return { column, value, why: `it belongs to another home already: ${sayHome(other)}` };
}

/** Two homes with another UPRN or reference each are two, however their addresses are written. */
function couldBe(fields: Fields, home: KnownHome): boolean {
  return ['uprn', 'property_reference'].every(column => {
    const [given, known] = [textIn(fields, column), textIn(home.fields, column)];
    return given === null || known === null || given === known;
  });
}

function isSameAddress(fields: Fields, home: KnownHome): boolean {
  return (
    textIn(fields, 'postcode') === textIn(home.fields, 'postcode') &&
    plainText(textIn(fields, 'address') ?? '') === plainText(textIn(home.fields, 'address') ?? '')
  );
}

function sayHome({ fields }: KnownHome): string {
  const named = [
    ['UPRN', textIn(fields, 'uprn')],
    ['reference', textIn(fields, 'property_reference')],
  ].flatMap(([what, value]) => (value === null || value === undefined ? [] : [`${what} ${value}`]));
  const address = [textIn(fields, 'address'), textIn(fields, 'postcode')].filter(one => one !== null).join(', ');
  return named.length === 0 ? address : `${address} (${named.join(', ')})`;
}

/** An address that differs in stops, commas or capital letters alone is the same one, and is left as it is. */
export function isSameHomeCell(column: string, from: Cell, to: Cell): boolean {
  return (
    column === 'address' && typeof from === 'string' && typeof to === 'string' && plainText(from) === plainText(to)
  );
}

/** What would make two rows of one file the same home. */
export function homeKeys(fields: Fields): readonly string[] {
  const uprn = textIn(fields, 'uprn');
  const reference = textIn(fields, 'property_reference');
  const keys = [
    ...(uprn === null ? [] : [`UPRN ${uprn}`]),
    ...(reference === null ? [] : [`property_reference ${reference}`]),
  ];
  const address = plainText(`${textIn(fields, 'address') ?? ''} ${textIn(fields, 'postcode') ?? ''}`);
  return keys.length > 0 ? keys : [`address ${address}`];
}
