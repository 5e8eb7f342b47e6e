/** Reads what an operator settles about a landlord's sign-in provider: a file of YAML, all faults at once, each with its place. */
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import type { ProviderSettings } from '../../domain/access/provider.ts';
import { faultLine } from '../policy-files/load-pack.ts';
import { plain, readYaml } from '../policy-files/located.ts';
import { schemaFaults, wordIssue } from '../policy-files/schema-faults.ts';
import { isAllowedIssuer } from './providers.ts';

/** As it stands in the file: the one for emergencies by their address, the secret in a file of its own or in the environment. */
export type ReadSettings = Omit<ProviderSettings, 'emergencyPersonId'> & {
  emergencyEmail: string | null;
  clientSecret: string | null;
};

const text = z.string().trim().min(1, 'some text').max(500, 'up to 500 characters');
/** Entra ID's addresses for everybody let in whoever has an account anywhere. */
const anybodys = /\/(?:common|organizations|consumers)(?:\/|$)/;

const issuer = text
  .refine(isAllowedIssuer, 'an address that begins with https:// (http:// for 127.0.0.1 alone), without a query')
  .refine(url => !anybodys.test(url), 'the address of your own tenant: this one lets in people of any organisation');

const schema = z
  .strictObject({
    name: text.max(40, 'up to 40 characters'),
    issuer,
    clientId: text,
    clientSecretFile: text.optional(),
    scopes: z.array(z.string().regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,100}$/, 'a scope, without spaces')).default([]),
    claimsFrom: z.enum(['id-token', 'userinfo']).default('id-token'),
    requiredClaims: z.record(text, text).default({}),
    emailDomains: z
      .array(z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'a domain in small letters, such as example.org'))
      .default([]),
    people: z.enum(['invited', 'made']).default('invited'),
    roles: z
      .strictObject({ claim: text, groups: z.record(text, z.array(text).min(1, 'at least one group')) })
      .optional(),
    ownAccounts: z.boolean().default(true),
    emergencyAdministrator: z.string().trim().optional(),
  })
  .superRefine((file, context) => {
    const wrong = (path: string, message: string): void => context.addIssue({ code: 'custom', path: [path], message });
    if (file.people === 'made' && file.roles === undefined)
      wrong('people', '"invited", or roles beside it: whoever is added has to be given a role');
    if (file.people === 'made' && file.emailDomains.length === 0)
      wrong('people', '"invited", or emailDomains beside it: whoever is added needs an address that is believed');
    if (!file.ownAccounts && file.emergencyAdministrator === undefined)
      wrong('ownAccounts', 'true, or emergencyAdministrator beside it: for the day on which the provider is down');
  });

/** The settings, or every fault as a line. Rejects where the file cannot be read. */
export async function readProviderSettings(path: string): Promise<ReadSettings | { faults: string[] }> {
  const { tree, faults } = readYaml({ name: basename(path), text: await readFile(path, 'utf8') });
  if (tree === null || faults.length > 0) return { faults: faults.map(faultLine) };
  const read = schema.safeParse(plain(tree), { error: wordIssue });
  if (!read.success) return { faults: schemaFaults(read.error.issues, tree).map(faultLine) };
  const { clientSecretFile, emergencyAdministrator, roles, ...rest } = read.data;
  const file = clientSecretFile === undefined ? null : resolve(dirname(path), clientSecretFile);
  const clientSecret = file === null ? null : (await readFile(file, 'utf8')).trim();
  return { ...rest, roles: roles ?? null, emergencyEmail: emergencyAdministrator ?? null, clientSecret };
}
