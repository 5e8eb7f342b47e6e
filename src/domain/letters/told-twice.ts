import { sayDate } from '../calendar/dates.ts';
import type { LetterContext } from './context.ts';

/** The acknowledgement of a complaint that was told more than once names each time, and that it is one complaint (R64). */
export function toldTwice({ kind, stage, state, policy }: LetterContext): string[] {
  const [first] = state.receipts;
  if (kind !== 'acknowledgement' || stage !== 1 || first === undefined) return [];
  const label = (channel: string) => (policy.channels.find(one => one.id === channel)?.label ?? channel).toLowerCase();
  const times = state.receipts.map(({ on, channel }) => `on ${sayDate(on)} (${label(channel)})`);
  const said = `${times.slice(0, -1).join(', ')} and ${times.at(-1)}`;
  return [
    `You told us of this more than once: ${said}. We have read all of it and treat it as one complaint, which we count from ${sayDate(first.on)}.`,
  ];
}
