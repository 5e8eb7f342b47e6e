import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isInstant, londonDateOf } from '../../domain/calendar/dates.ts';
import { clockRules } from '../../domain/complaint/clock-rules.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import { systemClock } from '../../outside/clock.ts';
import { loadCalendar } from '../../outside/policy-files/calendar-file.ts';
import { faultLine, isFaults, loadPack } from '../../outside/policy-files/load-pack.ts';
import type { Judge } from './judge.ts';

const packsFolder = fileURLToPath(new URL('../../../policies', import.meta.url));
const codePack = 'code-2024';

/** What there is to judge by, or the sentence that says why it cannot be had. */
export type OpenedJudge = { readonly judge: Judge } | { readonly refused: string };

/** Reads a shipped policy pack, the Code and the pack's calendar, once for a whole run. */
export async function openJudge(policyId: string, now: string = systemClock().now()): Promise<OpenedJudge> {
  const known = await packIds();
  if (!known.includes(policyId)) {
    return { refused: `There is no policy pack "${policyId}". There is: ${known.join(', ')}.` };
  }
  const policy = await readPolicy(policyId);
  if (typeof policy === 'string') return { refused: policy };
  const code = policyId === codePack ? policy : await readPolicy(codePack);
  if (typeof code === 'string') return { refused: code };
  if (!isInstant(now)) throw new Error(`The clock said ${now}, which is no instant.`);
  const calendar = await loadCalendar(policy.calendar.holidays);
  return { judge: { policy, rules: clockRules(policy, code), calendar, today: londonDateOf(now) } };
}

async function packIds(): Promise<string[]> {
  const entries = await readdir(packsFolder, { withFileTypes: true });
  return entries.filter(entry => entry.isDirectory() && entry.name !== 'calendars').map(entry => entry.name);
}

async function readPolicy(id: string): Promise<Policy | string> {
  const loaded = await loadPack(join(packsFolder, id));
  if (!isFaults(loaded)) return loaded.policy;
  return `The policy pack ${id} cannot be used:\n${loaded.map(fault => `  ${faultLine(fault)}`).join('\n')}`;
}
