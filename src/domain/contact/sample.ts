/** Which answers "no" to the offer of a complaint are looked at again: by the record's own id, so that nobody chooses and anybody can count. */

/** Whether the record is in the sample of so many in a hundred. The same id is in a larger sample too. */
export function inSample(recordId: string, percent: number): boolean {
  return Number.parseInt(recordId.slice(-8), 16) % 100 < percent;
}
