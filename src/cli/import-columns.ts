import { buildingRules } from '../domain/register/buildings.ts';
import { homeRules } from '../domain/register/homes.ts';
import { personRules } from '../domain/register/people.ts';
import type { Column } from '../domain/register/row.ts';

const asGiven = { asEmail: (text: string) => text, asPhone: (text: string) => text, isEmail: () => true };

/** What `redress import --help` says of the files. */
export function describeColumns(): string {
  const columns = (kind: string, all: readonly Column[]): string[] => [
    `KIND ${kind}: a file with some of these columns, named in its first line`,
    ...all.map(({ name, holds, needed }) => `  ${name.padEnd(20)} ${holds}${needed === true ? ' (always)' : ''}`),
  ];
  const staff =
    'KIND staff: email and name (always), job_title, team, manager (an email address), roles (of the policy; between them)';
  return [
    ...columns('homes', homeRules.columns),
    '',
    ...columns('people', personRules(asGiven).columns),
    '',
    ...columns('buildings', buildingRules.columns),
    '',
    staff,
  ].join('\n');
}
