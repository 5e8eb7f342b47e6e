/** Whether a building is higher-risk, worked out from what is known of it and the law in force on a day. Nobody picks it. */
import { type LocalDate, sayDate } from '../calendar/dates.ts';

/** What the law asks, from a day on. */
export type HigherRiskRule = {
  from: LocalDate;
  storeys: number;
  heightMetres: number;
  homes: number;
  source: string;
  note?: string;
};

/** What is known of a building's size; null where it is not. The height is in centimetres. */
export type BuildingSize = { storeys: number | null; heightCm: number | null; homes: number | null };

/** `cannot-be-told`: what is missing decides. `sentence` says why, in either case. */
export type HigherRisk = { is: 'yes' | 'no' | 'cannot-be-told'; sentence: string; source: string | null };

/** The law's answer for a building on a day, with why. */
export function higherRiskOn(size: BuildingSize, rules: readonly HigherRiskRule[], on: LocalDate): HigherRisk {
  const rule = rules
    .filter(one => one.from <= on)
    .toSorted((a, b) => a.from.localeCompare(b.from))
    .at(-1);
  if (rule === undefined)
    return { is: 'no', sentence: `No law of higher-risk buildings is in force on ${sayDate(on)}.`, source: null };
  return { ...judged(size, rule), source: rule.source };
}

function judged(size: BuildingSize, rule: HigherRiskRule): Pick<HigherRisk, 'is' | 'sentence'> {
  const tall = isTall(size, rule);
  const homes = size.homes === null ? null : size.homes >= rule.homes;
  const asks = `The law asks for ${rule.storeys} storeys or ${rule.heightMetres} m, and ${rule.homes} homes.`;
  if (tall === false)
    return { is: 'no', sentence: `Not higher-risk: ${saySize(size, ['storeys', 'heightCm'])}. ${asks}` };
  if (homes === false) return { is: 'no', sentence: `Not higher-risk: ${saySize(size, ['homes'])}. ${asks}` };
  if (tall === true && homes === true)
    return { is: 'yes', sentence: `Higher-risk: ${saySize(size, ['storeys', 'heightCm', 'homes'])}. ${asks}` };
  const missing = [
    ...(tall === null ? missingHeight(size) : []),
    ...(homes === null ? ['the number of homes'] : []),
  ].join(' and ');
  return {
    is: 'cannot-be-told',
    sentence: `It cannot be told whether it is higher-risk: ${missing} ${missing.includes(' and ') ? 'are' : 'is'} missing. ${asks}`,
  };
}

/** Either is enough; neither may be unknown for a no. */
function isTall({ storeys, heightCm }: BuildingSize, rule: HigherRiskRule): boolean | null {
  const byStoreys = storeys === null ? null : storeys >= rule.storeys;
  const byHeight = heightCm === null ? null : heightCm >= rule.heightMetres * 100;
  if (byStoreys === true || byHeight === true) return true;
  return byStoreys === null || byHeight === null ? null : false;
}

function missingHeight({ storeys, heightCm }: BuildingSize): string[] {
  return [...(storeys === null ? ['the number of storeys'] : []), ...(heightCm === null ? ['the height'] : [])];
}

/** `7 storeys, 18.5 m and 24 homes`, of what is known. */
function saySize(size: BuildingSize, which: readonly (keyof BuildingSize)[]): string {
  const words = {
    storeys: size.storeys === null ? null : counted(size.storeys, 'storey'),
    heightCm: size.heightCm === null ? null : sayHeight(size.heightCm),
    homes: size.homes === null ? null : counted(size.homes, 'home'),
  };
  const known = which.flatMap(one => words[one] ?? []);
  return known.length < 2 ? known.join('') : `${known.slice(0, -1).join(', ')} and ${known.at(-1)}`;
}

function counted(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}

/** A height in metres, to the centimetre where it has any. */
export function sayHeight(heightCm: number): string {
  return `${(heightCm / 100).toFixed(2).replace(/\.?0+$/, '')} m`;
}
