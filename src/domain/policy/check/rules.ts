/** Every rule of the policy check, by family. A new rule is written in its family's file and is then in force. */
import { clockRules } from './clocks.ts';
import { commitmentRules } from './commitments.ts';
import { contactRules } from './contacts.ts';
import { escalationRules } from './escalation.ts';
import { exclusionRules } from './exclusions.ts';
import { extensionRules } from './extensions.ts';
import type { Rule } from './finding.ts';
import { letterRules } from './letters.ts';
import { peopleRules } from './people.ts';
import { processRules } from './process.ts';
import { redressRules } from './redress.ts';
import { roleRules } from './roles.ts';
import { unitRules } from './units.ts';
import { versionRules } from './version.ts';

export const checkRules: readonly Rule[] = [
  ...peopleRules,
  ...exclusionRules,
  ...processRules,
  ...clockRules,
  ...extensionRules,
  ...unitRules,
  ...escalationRules,
  ...letterRules,
  ...contactRules,
  ...redressRules,
  ...roleRules,
  ...versionRules,
  ...commitmentRules,
];
