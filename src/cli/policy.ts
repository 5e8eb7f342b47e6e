import { type CheckedPack, checkPack } from '../application/check-pack.ts';
import { isInstant, type LocalDate, londonDateOf } from '../domain/calendar/dates.ts';
import type { Finding, Severity } from '../domain/policy/check/finding.ts';
import { systemClock } from '../outside/clock.ts';
import { type CommandArguments, optionGiven } from './command.ts';

const HEADINGS: Record<Severity, string> = {
  breach: 'Breaches: the policy contradicts the Code',
  risk: 'Risks: the policy can be applied against the Code, or is unclear',
  note: 'Notes: the policy leaves something unsaid or untidy',
};
const SEVERITIES: readonly Severity[] = ['breach', 'risk', 'note'];
const COUNTED: Record<Severity, readonly [one: string, more: string]> = {
  breach: ['breach', 'breaches'],
  risk: ['risk', 'risks'],
  note: ['note', 'notes'],
};

/** `redress policy check PACK`: 0 without a breach of the Code, 1 with one, 2 where the pack cannot be read. */
export async function run(args: CommandArguments): Promise<number> {
  const [pack = ''] = args.positionals;
  const checked = await checkPack(pack, today());
  if (!checked.readable) {
    process.stderr.write(`The pack cannot be checked:\n${checked.problems.map(problem => `  ${problem}\n`).join('')}`);
    return 2;
  }
  process.stdout.write(optionGiven(args, 'json') ? asJson(checked) : asText(checked));
  return checked.findings.some(finding => finding.severity === 'breach') ? 1 : 0;
}

type Readable = Extract<CheckedPack, { readable: true }>;

function today(): LocalDate {
  const now = systemClock().now();
  if (!isInstant(now)) throw new Error(`The clock says ${now}, which is no instant.`);
  return londonDateOf(now);
}

function asJson({ pack, findings }: Readable): string {
  return `${JSON.stringify({ pack, findings }, null, 2)}\n`;
}

/** The findings for people: worst first, each with its place, and how many there are at the end. */
export function asText({ pack, code, findings }: Readable): string {
  const groups = SEVERITIES.flatMap(severity => {
    const group = findings.filter(finding => finding.severity === severity);
    return group.length === 0 ? [] : [HEADINGS[severity], '', ...group.flatMap(lines)];
  });
  const intro = pack === code ? `${pack} is the Code itself.` : `${pack} compared with ${code}`;
  return `${[intro, '', ...groups, count(findings)].join('\n')}\n`;
}

function lines({ paragraph, where, found, expected }: Finding): string[] {
  return [`  ${paragraph}  ${found}`, `      Expected: ${expected}`, `      In the pack: ${where}`, ''];
}

function count(findings: readonly Finding[]): string {
  if (findings.length === 0) return 'No findings.';
  const parts = SEVERITIES.map(severity => {
    const number = findings.filter(finding => finding.severity === severity).length;
    return `${number} ${COUNTED[severity][number === 1 ? 0 : 1]}`;
  });
  return `${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}: ${parts.join(', ')}.`;
}
