import type { Load } from '../../../domain/staff/load.ts';
import { noLoad } from '../../../domain/staff/load.ts';

/** `4 open complaints, 2 due within seven days, 1 late`. */
export function sayLoad(load: Load = noLoad): string {
  const { cases, soon, late } = load;
  const open = cases === 0 ? 'No open complaint' : `${capped(cases)} open complaint${cases === 1 ? '' : 's'}`;
  return `${open}, ${capped(soon)} due within seven days, ${capped(late)} late.`;
}

/** Counts stop at a thousand. */
export function capped(count: number): string {
  return count >= 1000 ? '1,000+' : String(count);
}
