import { randomBytes } from 'node:crypto';

// Crockford's digits: no I, L, O or U, so a reference can be read out and written down.
const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const letters = 8;
const tries = 5;

/**
 * A new case reference such as `7K3M-9QPA-T`: eight random characters, which nobody can guess, and one that tells a
 * slip of the pen. Random, because a running number would make all new complaints wait for one row.
 */
export function newReference(): string {
  for (;;) {
    const word = Array.from(randomBytes(letters), byte => digits.charAt(byte % 32)).join('');
    const check = checkDigit(word);
    // Crockford's check is modulo 37; the five that would need a sign such as * or $ are drawn again.
    if (check !== undefined) return `${word.slice(0, 4)}-${word.slice(4)}-${check}`;
  }
}

/** The reference that somebody typed, as we write it, or null where it cannot be one: any spacing, O for 0, I or L for 1. */
export function parseReference(text: string): string | null {
  const plain = text.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  if (plain.length !== letters + 1) return null;
  const word = plain.slice(0, letters);
  if (checkDigit(word) !== plain.charAt(letters)) return null;
  return `${word.slice(0, 4)}-${word.slice(4)}-${plain.charAt(letters)}`;
}

/** Runs `work` (a whole transaction) with a new reference, and again with another where that one exists already. */
export async function withFreshReference<T>(work: (reference: string) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work(newReference());
    } catch (error) {
      if (attempt === tries || !isReferenceTaken(error)) throw error;
    }
  }
}

/** Whether the database refused a row because another case has the same reference. */
export function isReferenceTaken(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'case_index_landlord_id_reference_key';
}

function checkDigit(word: string): string | undefined {
  let remainder = 0;
  for (const character of word) {
    const value = digits.indexOf(character);
    if (value < 0) return undefined;
    remainder = (remainder * 32 + value) % 37;
  }
  return digits[remainder];
}
