/** Somebody who logs complaints through the real form, and sends a form again when the answer did not come. */
import { randomBytes } from 'node:crypto';
import { formFields } from '../staff-visitor.ts';

export type Sent = {
  /** Occurs in no other complaint. */
  words: string;
  fields: Readonly<Record<string, string | readonly string[]>>;
  /** The reference it was acknowledged with; null while no answer has come. */
  reference: string | null;
};

const form = '/complaints/new';

/** Logs complaints one after the other until the server answers no more. Everything that was sent is put into `sent`. */
export async function logUntilGone(address: string, token: string, name: string, sent: Sent[]): Promise<void> {
  for (let number = 1; ; number += 1) {
    const fields = await openForm(address, token).catch(() => null);
    if (fields === null) return;
    const words = `The tap drips again, says ${name} for the ${number}th time.`;
    const filled = { ...fields, ...answers(), words };
    const one: Sent = { words, fields: filled, reference: null };
    sent.push(one);
    one.reference = await send(address, token, one).catch(() => null);
    if (one.reference === null) return;
  }
}

/** Sends a form as it is and gives the reference that it was answered with. Throws where no answer comes. */
export async function send(address: string, token: string, { fields }: Sent): Promise<string> {
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map(one => [name, one] as [string, string]),
  );
  const answer = await fetch(address + form, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: `redress-session=${token}`, origin: address },
    body: new URLSearchParams(pairs),
    signal: AbortSignal.timeout(10_000),
  });
  const reference = /\/cases\/([^/?]+)/.exec(answer.headers.get('location') ?? '')?.[1];
  if (answer.status !== 303 || reference === undefined) throw new Error(`Answered ${answer.status}.`);
  return reference;
}

async function openForm(address: string, token: string): Promise<Record<string, string | string[]>> {
  const headers = { cookie: `redress-session=${token}` };
  const answer = await fetch(address + form, { headers, redirect: 'manual', signal: AbortSignal.timeout(10_000) });
  if (answer.status !== 200) throw new Error(`Answered ${answer.status}.`);
  return formFields(await answer.text());
}

/** A household that is like no other: whoever seems to be known already is asked about first. */
function answers(): Record<string, string> {
  const name = randomBytes(10)
    .toString('hex')
    .replace(/\d/g, digit => 'ghijklmnop'.charAt(Number(digit)));
  return {
    name: `Mx ${name}`,
    relationship: 'tenant',
    address: `${name.slice(0, 8)} ${name.slice(8)}`,
    channel: 'phone',
    'first-told': 'now',
    category: 'property-condition',
    'service-area': 'repairs',
    'at-risk': 'no',
  };
}
