/** Passwords as they are kept: Argon2id, with its cost beside it, a few at a time. */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { type Turns, turns } from './turns.ts';

const derive = promisify(argon2);

/** What one guess costs: memory in kibibytes, passes, lanes. */
export type Cost = { memory: number; passes: number; lanes: number };
/** 19 MiB, two passes, one lane: what OWASP asks for at the least. */
export const presentCost: Cost = { memory: 19_456, passes: 2, lanes: 1 };

export type Passwords = {
  /** The password as a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`. */
  hash(password: string): Promise<string>;
  /** Whether it is the password. `kept` is null where there is no account: as much work, and never right. */
  check(password: string, kept: string | null): Promise<boolean>;
  /** Whether it was made at another cost than today's. */
  isDated(kept: string): boolean;
  /** Waits for a turn; throws `TooBusy` where too many wait already. */
  readonly inTurn: Turns;
};

const form = /^\$argon2id\$v=19\$m=(\d{1,7}),t=(\d{1,3}),p=(\d{1,2})\$([A-Za-z0-9+/]{22,88})\$([A-Za-z0-9+/]{43,88})$/;

/** Two are made at once; sixteen more wait. */
export function openPasswords(cost: Cost = presentCost): Passwords {
  const nobody = Buffer.alloc(32);
  const check: Passwords['check'] = async (password, kept) => {
    const parts = form.exec(kept ?? '');
    const [, memory, passes, lanes, salt = '', hash = ''] = parts ?? [];
    const asked = parts === null ? cost : { memory: Number(memory), passes: Number(passes), lanes: Number(lanes) };
    const expected = parts === null ? nobody : Buffer.from(hash, 'base64');
    const actual = await raw(password, parts === null ? nobody.subarray(0, 16) : Buffer.from(salt, 'base64'), asked);
    return actual.length === expected.length && timingSafeEqual(actual, expected) && parts !== null;
  };
  const hash: Passwords['hash'] = async password => {
    const salt = randomBytes(16);
    return phc(cost, salt, await raw(password, salt, cost));
  };
  return { hash, check, isDated: kept => !kept.startsWith(phcHead(cost)), inTurn: turns(2, 16) };
}

async function raw(password: string, nonce: Uint8Array, { memory, passes, lanes }: Cost): Promise<Buffer> {
  const message = Buffer.from(password);
  return derive('argon2id', { message, nonce, memory, passes, parallelism: lanes, tagLength: 32 });
}

function phcHead({ memory, passes, lanes }: Cost): string {
  return `$argon2id$v=19$m=${memory},t=${passes},p=${lanes}$`;
}

function phc(cost: Cost, salt: Buffer, hash: Buffer): string {
  const plain = (bytes: Buffer): string => bytes.toString('base64').replaceAll('=', '');
  return `${phcHead(cost)}${plain(salt)}$${plain(hash)}`;
}
