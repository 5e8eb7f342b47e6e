/** A file of people: residents and whoever else the landlord's own system knows, and by what one is known again. */
import { lineCell, referenceCell, uprnCell } from './cells.ts';
import type { Match } from './homes.ts';
import { plainText } from './plain.ts';
import { type Fault, type Fields, type ReadCell, type RowRules, textIn } from './row.ts';

/** How ways to reach people are written here. */
export type WaysWritten = {
  asEmail(text: string): string;
  asPhone(text: string): string;
  isEmail(text: string): boolean;
};

/** The rules of such a file. */
export function personRules(ways: WaysWritten): RowRules {
  return { columns: columnsOf(ways), check: canBeTold };
}

function columnsOf(ways: WaysWritten): RowRules['columns'] {
  return [
    { name: 'person_reference', holds: 'your own number of the person', read: referenceCell },
    { name: 'name', needed: true, holds: 'the name, as letters are addressed to them', read: lineCell(200) },
    { name: 'email', holds: 'an email address', read: emailCell(ways) },
    { name: 'phone', holds: 'a telephone number', read: text => lineCell(60)(ways.asPhone(text)) },
    { name: 'uprn', holds: 'the UPRN of the home they live in', read: uprnCell },
    { name: 'property_reference', holds: 'your own number of the home they live in', read: referenceCell },
  ];
}

/** An email address in small letters. */
export function emailCell({ asEmail, isEmail }: WaysWritten): (text: string) => ReadCell {
  return text => {
    const email = asEmail(text);
    return isEmail(email) && email.length <= 254
      ? { value: email }
      : { why: 'expected an email address like name@example.org' };
  };
}

/** A name alone is no person: the next file would not know whom it means. */
function canBeTold(fields: Fields): Fault[] {
  if (['person_reference', 'email', 'phone'].some(column => textIn(fields, column) !== null)) return [];
  const why =
    'a person needs a person_reference, an email or a phone, so that they can be told from others of the name';
  return [{ column: null, value: textIn(fields, 'name'), why }];
}

/** Somebody as they are known; `fields` as a file would say it, their home by its id as `home`. */
export type KnownPerson = { readonly id: string; readonly fields: Fields };

/**
 * By the landlord's own reference where the row has one that is known; else by the same name with the same email or phone. `known`:
 * everybody who has one of these in common with the row.
 */
export function matchPerson(fields: Fields, known: readonly KnownPerson[]): Match {
  const reference = textIn(fields, 'person_reference');
  const byReference = reference === null ? undefined : known.find(one => referenceOf(one) === reference);
  if (byReference !== undefined) return { is: byReference.id };
  const same = known.filter(one => isSamePerson(fields, one) && (reference === null || referenceOf(one) === null));
  const [first, ...others] = same;
  if (first === undefined) return 'new';
  if (others.length === 0) return { is: first.id };
  const why = `it could be any of these people, so nothing is changed: ${same.map(sayPerson).join('; ')}`;
  return { fault: { column: 'name', value: textIn(fields, 'name'), why } };
}

const referenceOf = ({ fields }: KnownPerson): string | null => textIn(fields, 'person_reference');

function isSamePerson(fields: Fields, known: KnownPerson): boolean {
  const sameWay = ['email', 'phone'].some(column => {
    const given = textIn(fields, column);
    return given !== null && given === textIn(known.fields, column);
  });
  return sameWay && plainText(textIn(fields, 'name') ?? '') === plainText(textIn(known.fields, 'name') ?? '');
}

function sayPerson({ fields }: KnownPerson): string {
  const ways = ['person_reference', 'email', 'phone'].flatMap(column => textIn(fields, column) ?? []);
  return [textIn(fields, 'name') ?? '', ...ways].join(', ');
}

/** What would make two rows of one file the same person. */
export function personKeys(fields: Fields): readonly string[] {
  const reference = textIn(fields, 'person_reference');
  if (reference !== null) return [`person_reference ${reference}`];
  const name = plainText(textIn(fields, 'name') ?? '');
  return ['email', 'phone'].flatMap(column => {
    const way = textIn(fields, column);
    return way === null ? [] : [`name and ${column} ${name} ${way}`];
  });
}
