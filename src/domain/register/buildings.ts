/** A file of buildings: its columns, and by what a building is known again. */
import type { BuildingFacts } from '../building/events.ts';
import { dayCell, lineCell, numberCell, referenceCell } from './cells.ts';
import type { Match } from './homes.ts';
import { type Fault, type Fields, type ReadCell, type RowRules, textIn } from './row.ts';

export const buildingRules: RowRules = {
  columns: [
    { name: 'reference', needed: true, holds: 'your reference, by which homes name it', read: referenceCell },
    { name: 'name', needed: true, holds: 'what it is called', read: lineCell(200) },
    { name: 'address', holds: 'the address', read: lineCell(300) },
    { name: 'storeys', holds: 'the number of storeys', read: numberCell(1, 200) },
    { name: 'height', holds: 'the height in metres', read: heightCell },
    { name: 'homes', holds: 'the number of homes', read: numberCell(0, 99_999) },
    {
      name: 'principal_accountable_person',
      holds: 'who is the principal accountable person today',
      read: lineCell(200),
    },
    { name: 'principal_since', holds: 'the day from which they are', read: dayCell },
  ],
  check: needsDay,
};

function heightCell(text: string): ReadCell {
  const [, metres] = /^(\d{1,3}(?:\.\d{1,2})?) ?m?$/i.exec(text) ?? [];
  const cm = metres === undefined ? 0 : Math.round(Number(metres) * 100);
  return cm > 0 ? { value: (cm / 100).toFixed(2) } : { why: 'expected metres, like 18 or 18.5' };
}

function needsDay(fields: Fields): Fault[] {
  const [who, since] = [textIn(fields, 'principal_accountable_person'), textIn(fields, 'principal_since')];
  if ((who === null) === (since === null)) return [];
  const why =
    who === null
      ? 'there is a day, and nobody who is accountable from it'
      : 'the day is missing from which they are accountable';
  return [{ column: who === null ? 'principal_accountable_person' : 'principal_since', value: who ?? since, why }];
}

export type KnownBuilding = { readonly id: string; readonly fields: Fields };

export function matchBuilding(fields: Fields, known: readonly KnownBuilding[]): Match {
  const found = known.find(one => textIn(one.fields, 'reference') === textIn(fields, 'reference'));
  return found === undefined ? 'new' : { is: found.id };
}

export function buildingKeys(fields: Fields): readonly string[] {
  return [`reference ${textIn(fields, 'reference') ?? ''}`];
}

type Size = Pick<BuildingFacts, 'name' | 'address' | 'storeys' | 'heightCm' | 'homes'>;

/** What a row makes of a building; what the file has no column for stays. */
export function sizeAfter(before: Size | null, fields: Fields): Size {
  const number = (column: string, known: number | null, times = 1): number | null => {
    if (!(column in fields)) return known;
    const text = textIn(fields, column);
    return text === null ? null : Math.round(Number(text) * times);
  };
  return {
    name: textIn(fields, 'name') ?? before?.name ?? '',
    address: 'address' in fields ? textIn(fields, 'address') : (before?.address ?? null),
    storeys: number('storeys', before?.storeys ?? null),
    heightCm: number('height', before?.heightCm ?? null, 100),
    homes: number('homes', before?.homes ?? null),
  };
}
