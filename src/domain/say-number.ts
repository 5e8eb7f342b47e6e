const format = new Intl.NumberFormat('en-GB');

/** A number as people here write it: `1,250`. */
export function sayNumber(number: number): string {
  return format.format(number);
}
