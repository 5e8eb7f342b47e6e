/**
 * A reason why Redress cannot start that the person at the terminal can do something about. Its message is one or two
 * whole sentences; it is printed without a stack trace and the process ends with a non-zero code.
 */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** The code of a Node system error (`ENOSPC`, `EACCES`, …), or an empty string. */
export function systemErrorCode(error: unknown): string {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
  return '';
}
