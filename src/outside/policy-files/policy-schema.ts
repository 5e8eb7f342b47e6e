/** The whole of a pack, after its files were put together. Kept equal to the domain's `Policy` by the compiler. */
import { z } from 'zod';
import { DELEGATED } from '../../domain/policy/delegation.ts';
import { FILE_KINDS } from '../../domain/policy/file-rules.ts';
import { AGREED_FORMATS } from '../../domain/policy/formats.ts';
import { DETAIL_KINDS } from '../../domain/policy/landlord-details.ts';
import { CONTENT_ITEMS, LETTER_KINDS } from '../../domain/policy/letter-kinds.ts';
import type { Policy } from '../../domain/policy/policy.ts';
import {
  clause,
  clock,
  id,
  localDate,
  looseDate,
  nonWorkingStart,
  positive,
  span,
  text,
  wholeNumber,
} from './basic-schemas.ts';
import { dutyTimes } from './duty-time-schemas.ts';
import { intake } from './intake-schemas.ts';
import { capability, escalation, exclusion, role, routing, stage, stage2Review } from './stage-schemas.ts';

const named = z.strictObject({ id, label: text });
const binding = z.enum(['pinned', 'current', 'by-event-date']);

const version = z.strictObject({
  version: text,
  inForceFrom: localDate.nullable(),
  inForceAssumed: localDate.nullable(),
  inForceTo: localDate.nullable(),
  interim: z.strictObject({ why: text, until: localDate }).nullable(),
  approvals: z.array(z.strictObject({ by: text, on: looseDate })),
  review: z.strictObject({ every: span, next: localDate.nullable(), by: text, clause }),
  amendments: z.array(z.strictObject({ on: looseDate, what: text, why: text })),
  consultation: text.nullable(),
  codeEdition: z.exactOptional(text),
});

const landlord = z.strictObject({
  name: text,
  shortName: text,
  accent: z.string().regex(/^#[0-9a-f]{6}$/, 'a colour like #1d5f7a'),
  address: z.array(text),
  phone: text.nullable(),
  email: text.nullable(),
  web: text.nullable(),
  none: z.exactOptional(z.array(z.enum(DETAIL_KINDS))),
});

const bindings = z.strictObject({
  clocks: binding,
  extensions: binding,
  escalation: binding,
  exclusions: binding,
  'required-contents': binding,
  wording: binding,
  contacts: binding,
  routing: binding,
  delegation: binding,
  closures: binding,
  compensation: binding,
  retention: binding,
  indicators: binding,
});

const complainant = z.strictObject({
  id,
  label: text,
  mayComplain: z.boolean(),
  ombudsmanStanding: z.enum(['yes', 'no', 'time-of-occupation', 'unsure']),
  named: z.exactOptional(z.boolean()),
  clause,
});

const representatives = z.strictObject({
  accepted: z.boolean(),
  councillorsAndMps: z.enum(['accepted', 'sent-elsewhere']),
  electedEnquiries: z.exactOptional(z.enum(['own-process', 'as-complaint'])),
  identityCheck: text.nullable(),
  clause,
});

const kind = z.enum(LETTER_KINDS);
const item = z.enum(CONTENT_ITEMS);
const letterStage = z.union([z.literal(1), z.literal(2), z.null()], 'stage 1, 2 or null');
const required = z.strictObject({
  kind,
  stage: letterStage,
  items: z.array(z.strictObject({ item, clause, onlyIf: z.exactOptional(z.enum(['agreed', 'any'])) })),
});
const wording = z.strictObject({
  kind,
  stage: letterStage,
  subject: text,
  opening: z.array(text),
  sections: z.array(z.strictObject({ item, heading: text, text: z.array(text) })),
  closing: z.array(text),
});

const compensation = z.strictObject({
  insuranceExcessPence: wholeNumber.nullable(),
  offsetDebts: z.enum(['not-reimbursements', 'never', 'not-stated']),
  heads: z.array(
    z.strictObject({
      id,
      label: text,
      kind: z.enum(['reimbursement', 'service-charge-refund', 'loss-of-use', 'statutory', 'discretionary', 'ordered']),
      formula: text.nullable(),
      status: z.enum(['as-policy', 'landlord-to-confirm', 'not-supplied']),
      exceptions: z.array(text),
      clause,
    }),
  ),
  distressMustBeProven: z.exactOptional(z.boolean()),
  clause,
});

const indicator = z.strictObject({
  id,
  label: text,
  duty: z.enum(['acknowledge', 'respond']),
  stage: z.union([z.literal(1), z.literal(2)], 'stage 1 or 2'),
  target: z.strictObject({ percent: z.number().min(0).max(100, 'a percentage up to 100'), year: text }).nullable(),
  clause,
});

const contact = z.strictObject({
  body: z.enum([
    'housing-ombudsman',
    'local-government-ombudsman',
    'parliamentary-health-ombudsman',
    'building-safety-regulator',
    'information-commissioner',
  ]),
  name: text,
  web: text.nullable(),
  phone: text.nullable(),
  post: text.nullable(),
  email: text.nullable(),
  from: localDate,
  appliesTo: text,
  categories: z.exactOptional(z.array(id)),
  status: z.enum(['checked', 'to-confirm']),
});

const registerEntry = z.strictObject({
  id: clause,
  line: positive.nullable(),
  heading: text,
  says: text,
  does: text,
  state: z.enum(['claimed', 'planned']),
});

const commitment = z.strictObject({
  paragraph: clause,
  position: z.enum(['kept', 'differs', 'silent', 'qualified', 'against']),
  says: text,
  clause,
});

const training = z.strictObject({
  id,
  label: text,
  neededFor: z.array(capability).min(1, 'at least one thing it is needed for'),
  validFor: span.nullable(),
  renewFrom: span,
  clause,
  note: text,
});

const formatLeadTimes = z.array(z.strictObject({ format: z.enum(AGREED_FORMATS), ...span.shape, why: text }));

const files = z.strictObject({
  kinds: z.array(z.enum(FILE_KINDS)).min(1, 'at least one kind of file'),
  largestMegabytes: positive.max(20, 'at most 20, which is what goes into the database'),
  mostAtOnce: positive.max(20, 'at most 20'),
  clause,
  note: text,
});

export const policySchema = z.strictObject({
  id,
  kind: z.enum(['landlord', 'code']),
  code: id,
  entities: z.array(named),
  landlord,
  version,
  source: z.strictObject({ title: text, published: text, note: text }),
  gaps: z.array(z.strictObject({ id, line: positive.nullable(), what: text, reading: text })),
  bindings,
  definition: z.strictObject({ basis: z.enum(['code', 'own']), says: text, quotation: text.nullable(), clause }),
  complainants: z.array(complainant),
  representatives,
  channels: z.array(z.strictObject({ id, label: text, public: z.exactOptional(z.boolean()), clause })),
  surveys: z.strictObject({ countAsComplaint: z.boolean(), tellHowToComplain: z.boolean(), clause }),
  anonymous: z.strictObject({ handling: z.enum(['feedback', 'complaint', 'not-recorded', 'not-stated']), clause }),
  preStage: z.strictObject({ kind: z.enum(['none', 'informal', 'verification']), what: text.nullable(), clause }),
  stageCount: positive,
  stages: z.strictObject({ 1: stage, 2: stage }),
  nonWorkingStart,
  deemedReceipt: z.strictObject({ email: wholeNumber, post: wholeNumber, clause }),
  updates: z.strictObject({ agreedIntervals: z.boolean(), defaultEvery: span, clause }),
  earlyContact: clock.nullable(),
  assignWithin: clock,
  escalation,
  stage2Review,
  closing: z.strictObject({
    when: z.enum(['answered', 'after-response', 'actions-done', 'not-stated']),
    after: span.nullable(),
    clause,
  }),
  exclusions: z.array(exclusion),
  exclusionListOpen: z.boolean(),
  exclusionListClause: z.exactOptional(clause),
  refusalLetter: z.strictObject({ reasonsPromised: z.boolean(), ombudsmanRight: z.boolean(), clause }),
  newPoints: z.strictObject({
    stage1: z.literal('join-before-response'),
    stage2: z.literal('join-if-no-delay'),
    stage1Discretionary: z.exactOptional(z.boolean()),
    clause,
  }),
  roles: z.array(role),
  routing: z.array(routing),
  categories: z.array(named),
  serviceAreas: z.array(named),
  causes: z.exactOptional(z.array(named)),
  letters: z.strictObject({ required: z.array(required), wording: z.array(wording) }),
  calendar: z.strictObject({ holidays: id, closures: z.array(z.strictObject({ date: localDate, title: text })) }),
  compensation,
  retention: z.array(z.strictObject({ id, label: text, keep: span, from: text, clause })),
  indicators: z.array(indicator),
  contacts: z.array(contact),
  linkedPolicies: z.array(text),
  register: z.array(registerEntry),
  commitments: z.exactOptional(z.array(commitment)),
  ourReadings: z.exactOptional(
    z.strictObject({
      fairEscalationWindow: z.strictObject({ ...span.shape, why: text }),
      extendCalendarBefore: z.strictObject({ ...span.shape, why: text }),
      landlordDutyShownBefore: z.strictObject({ ...span.shape, why: text }),
      dataIncidentWithin: z.strictObject({ ...span.shape, why: text }),
      formatLeadTimes,
    }),
  ),
  formatLeadTimes: z.exactOptional(formatLeadTimes),
  dutyTimes: z.exactOptional(dutyTimes),
  higherRiskBuildings: z.exactOptional(
    z.array(
      z.strictObject({
        from: localDate,
        ...{ storeys: wholeNumber, heightMetres: wholeNumber, homes: wholeNumber },
        source: text,
        note: z.exactOptional(text),
      }),
    ),
  ),
  intake: z.exactOptional(intake),
  safeguarding: z.exactOptional(z.strictObject({ roles: z.array(id).min(1, 'at least one role'), clause, note: text })),
  training: z.exactOptional(z.array(training)),
  delegation: z.exactOptional(
    z.array(
      z.strictObject({ part: z.enum(DELEGATED), roles: z.array(id).min(1, 'at least one role'), says: text, clause }),
    ),
  ),
  onCall: z.exactOptional(z.strictObject({ roles: z.array(id).min(1, 'at least one role'), clause, note: text })),
  files: z.exactOptional(files),
}) satisfies z.ZodType<Policy>;

/** Every path of keys in a type, as text; an array's items stand for the array. */
type Paths<T> = T extends readonly (infer Item)[]
  ? Paths<Item>
  : T extends object
    ? { [K in keyof T & (string | number)]-?: `${K}` | `${K}.${Paths<Exclude<T[K], undefined>>}` }[keyof T &
        (string | number)]
    : never;

/** Fails to compile when the schema leaves out something, however deep, that `Policy` can say. */
export const SCHEMA_COVERS_POLICY: Exclude<Paths<Policy>, Paths<z.infer<typeof policySchema>>> extends never
  ? true
  : never = true;
