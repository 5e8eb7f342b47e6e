import type { Command, OptionSpec } from './command.ts';

const json: OptionSpec = { description: 'print JSON for programs instead of text for people' };
const policy: OptionSpec = { value: 'ID', required: true, description: 'the policy pack to judge by' };
const asOf: OptionSpec = { value: 'DATE', description: 'judge as on this day instead of today' };
const date = (description: string): OptionSpec => ({ value: 'DATE', description });

/** Everything `redress` can do, in the order in which its help lists it. */
export const commands: readonly Command[] = [
  {
    name: 'serve',
    summary: 'Start the pages, the jobs and, unless DATABASE_URL is set, the database',
    operands: [],
    options: { 'no-work': { description: 'serve pages only; run the jobs elsewhere with "redress work"' } },
    more: async () => (await import('../config.ts')).describeSettings(),
    load: () => import('./serve.ts'),
  },
  {
    name: 'work',
    summary: 'Run the jobs only, beside one or more "redress serve --no-work"',
    operands: [],
    options: {},
    load: () => import('./work.ts'),
  },
  {
    name: 'migrate',
    summary: 'Bring the database to the form this release needs',
    operands: [],
    options: {},
    load: () => import('./migrate.ts'),
  },
  {
    name: 'demo',
    summary: 'Load the demonstration into an empty database, or bring it up to today',
    operands: [],
    options: { 'bring-up-to-date': { description: 'play the demonstration again, so that its dates suit today' } },
    load: () => import('./demo.ts'),
  },
  {
    name: 'landlord add',
    summary: 'Add a real landlord with its first administrator, and print the link that lets them in',
    operands: [],
    options: {
      policy: { value: 'ID', required: true, description: 'the policy pack it works under' },
      slug: { value: 'SLUG', required: true, description: 'its short name: small letters, digits and hyphens' },
      name: { value: 'NAME', required: true, description: 'its name as people read it' },
      'admin-name': { value: 'NAME', required: true, description: 'the name of the first administrator' },
      'admin-email': { value: 'EMAIL', required: true, description: 'the address they will sign in with' },
    },
    load: () => import('./landlord-add.ts'),
  },
  {
    name: 'landlord sign-in',
    summary: 'Let people in through their own sign-in provider (OpenID Connect); alone, say how it is settled',
    operands: [],
    options: {
      landlord: { value: 'SLUG', required: true, description: 'the short name of the landlord' },
      settings: { value: 'FILE.yaml', description: 'settle what this file says; docs/operating.md describes it' },
      off: { description: 'switch it off again' },
    },
    load: () => import('./landlord-sign-in.ts'),
  },
  {
    name: 'person invite',
    summary: 'Print a fresh link for somebody there already: the telephone is lost, or the link is over',
    operands: [],
    options: {
      landlord: { value: 'SLUG', required: true, description: 'the short name of their landlord' },
      email: { value: 'EMAIL', required: true, description: 'the address they sign in with' },
    },
    load: () => import('./person-invite.ts'),
  },
  {
    name: 'policy check',
    summary: "Compare a policy pack with the Ombudsman's Code",
    operands: ['PACK'],
    options: { json },
    load: () => import('./policy.ts'),
  },
  {
    name: 'deadlines',
    summary: 'Say what is owed on one complaint, by when and why',
    operands: [],
    options: {
      policy,
      received: { value: 'DATE', required: true, description: 'the day the complaint was first made to anyone' },
      acknowledged: date('the day the acknowledgement was sent'),
      'stage1-extended-to': date('the new date for the stage 1 response'),
      'stage1-extension-notified': date('the day the resident was told of that'),
      'stage1-responded': date('the day the stage 1 response was sent'),
      'response-method': { value: 'email|post', description: 'how the stage 1 response was sent' },
      'escalation-requested': date('the day stage 2 was asked for'),
      'stage2-acknowledged': date('the day that was acknowledged'),
      'stage2-extended-to': date('the new date for the stage 2 response'),
      'stage2-extension-notified': date('the day the resident was told of that'),
      'stage2-responded': date('the day the stage 2 response was sent'),
      withdrawn: date('the day the complaint was withdrawn'),
      'as-of': asOf,
      json,
    },
    load: () => import('./deadlines.ts'),
  },
  {
    name: 'replay',
    summary: 'Judge past cases from a spreadsheet by a policy',
    operands: ['FILE.csv'],
    options: { policy, 'as-of': asOf, json },
    load: () => import('./replay.ts'),
  },
  {
    name: 'import',
    summary: 'Bring in homes, people, buildings or staff from a spreadsheet',
    operands: ['KIND', 'FILE.csv'],
    options: {
      landlord: { value: 'SLUG', required: true, description: 'the short name of the landlord they belong to' },
      preview: { description: 'say what would change, and change nothing' },
      json,
    },
    more: async () => (await import('./import-columns.ts')).describeColumns(),
    load: () => import('./import.ts'),
  },
  {
    name: 'verify',
    summary: 'Prove that no event was altered, lost or moved',
    operands: [],
    options: { json },
    load: () => import('./verify.ts'),
  },
  {
    name: 'rebuild',
    summary: 'Make every derived row again from the events',
    operands: [],
    options: {},
    load: () => import('./rebuild.ts'),
  },
];
