/** Codes to come in with when the telephone is lost: ten, shown once, each used once. */

export const recoveryCodeCount = 10;
/** No letter that is taken for another: without I, L, O and U. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 10;

/** How many random bytes `recoveryCodes` asks for. */
export const recoveryCodeBytes = recoveryCodeCount * codeLength;

/** Ten codes of fifty random bits each, as people read them: `7KQ2M-XW4TD`. */
export function recoveryCodes(random: Uint8Array): string[] {
  if (random.length < recoveryCodeBytes) throw new Error('There is not enough chance in it for ten codes.');
  return Array.from({ length: recoveryCodeCount }, (_, at) => {
    const part = random.subarray(at * codeLength, (at + 1) * codeLength);
    const code = Array.from(part, byte => letters[byte % letters.length]).join('');
    return `${code.slice(0, 5)}-${code.slice(5)}`;
  });
}

/** What somebody typed where a code is asked for: six digits from the app, a recovery code, or neither. */
export type TypedCode = { kind: 'app'; digits: string } | { kind: 'recovery'; code: string };

/** Reads a code as people type it: small letters, spaces and hyphens anywhere, an O for a nought, an I or L for a one. */
export function typedCode(typed: string): TypedCode | null {
  const plain = typed
    .normalize('NFKC')
    .replaceAll(/[\s\p{Pd}\p{Cf}]+/gu, '')
    .toUpperCase();
  if (/^\d{6}$/.test(plain)) return { kind: 'app', digits: plain };
  const code = plain.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return code.length === codeLength && [...code].every(letter => letters.includes(letter))
    ? { kind: 'recovery', code }
    : null;
}
