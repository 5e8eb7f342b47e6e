import { inspect } from 'node:util';
import { type Verdict, verifyEverything } from '../application/proof.ts';
import { CannotStart } from '../cannot-start.ts';
import { readConfig } from '../config.ts';
import { sayNumber } from '../domain/say-number.ts';
import { openDatabase } from '../storage/pools.ts';
import { type CommandArguments, optionGiven } from './command.ts';
import { openDatabaseBriefly } from './database.ts';
import { requireCurrentSchema } from './schema.ts';

/**
 * `redress verify`: proves that no event was altered, lost or moved since it was recorded. Exit code 0: nothing found;
 * 1: something is wrong with the record; 2: it could not be checked.
 */
export async function run(args: CommandArguments): Promise<number> {
  const json = optionGiven(args, 'json');
  const progress = (line: string): void => void process.stderr.write(`${line}\n`);
  try {
    const verdict = await verify(progress);
    process.stdout.write(json ? `${JSON.stringify(verdict, null, 2)}\n` : inWords(verdict));
    return verdict.clean ? 0 : 1;
  } catch (error) {
    // Never 1, which would say that the record is wrong.
    progress(error instanceof CannotStart ? error.message : `The record could not be checked: ${inspect(error)}`);
    return 2;
  }
}

async function verify(progress: (line: string) => void): Promise<Verdict> {
  const config = readConfig();
  const urls = await openDatabaseBriefly(config, progress);
  const database = openDatabase(urls.appUrl, { max: 2, applicationName: 'redress verify' });
  try {
    await requireCurrentSchema(urls);
    return await verifyEverything(database, config.keyFolder, name => {
      if (process.stderr.isTTY) progress(`Checking ${name} …`);
    });
  } finally {
    await database.end();
    await urls.stop();
  }
}

/** What a person reads: findings first, what is not anchored yet, and a last line that says it all. */
export function inWords(verdict: Verdict): string {
  const lines: string[] = [];
  for (const landlord of verdict.landlords) {
    lines.push(landlord.name);
    for (const finding of landlord.findings) {
      lines.push(`  ${finding.kind}: ${finding.caseId === undefined ? '' : `case ${finding.caseId}: `}${finding.says}`);
    }
    if (landlord.findingsNotListed > 0) lines.push(`  … and ${landlord.findingsNotListed} more`);
    lines.push(
      `  ${counted(landlord.cases, 'chain')}, ${counted(landlord.events, 'event')}, ${counted(landlord.texts, 'text')} ` +
        `(${landlord.disposedTexts} disposed of), ${counted(landlord.views, 'view')}, ${counted(landlord.files, 'file')} checked.`,
      `  ${anchored(landlord)}`,
    );
  }
  for (const landlord of verdict.missingLandlords) {
    lines.push(
      `missing-landlord: A checkpoint of the landlord ${landlord} is kept, but the database knows nothing of it.`,
    );
  }
  for (const warning of verdict.warnings) lines.push(`Warning: ${warning}`);
  const listed = verdict.landlords.reduce((sum, one) => sum + one.findings.length + one.findingsNotListed, 0);
  const findings = listed + verdict.missingLandlords.length;
  lines.push(findings === 0 ? 'Nothing was altered, lost or moved.' : `${counted(findings, 'finding')}.`);
  return `${lines.join('\n')}\n`;
}

function anchored(landlord: Verdict['landlords'][number]): string {
  const { lastCheckpoint, unanchoredEvents, unanchoredCases, unanchoredViews } = landlord;
  const waiting =
    unanchoredEvents + unanchoredViews === 0
      ? 'Everything is anchored'
      : `Not yet anchored: ${counted(unanchoredEvents, 'event')} of ${counted(unanchoredCases, 'case')} and ${counted(unanchoredViews, 'view')}`;
  if (lastCheckpoint === null) return `${waiting}; there is no checkpoint yet.`;
  return `${waiting}; the last checkpoint is number ${lastCheckpoint.number} of ${lastCheckpoint.recordedAt}.`;
}

function counted(number: number, thing: string): string {
  return `${sayNumber(number)} ${thing}${number === 1 ? '' : 's'}`;
}
