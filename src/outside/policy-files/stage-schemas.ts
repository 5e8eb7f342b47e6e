/** Clocks, extensions, escalation and review: the parts of a pack that say when and by whom. */
import { z } from 'zod';
import type { ExclusionGround } from '../../domain/policy/exclusion-rules.ts';
import type { Role, RoutingRule } from '../../domain/policy/roles.ts';
import type { EscalationRules, ExtensionRules, Stage2Review, StageRules } from '../../domain/policy/stage-rules.ts';
import { clause, clock, id, positive, span, text, unit, wholeNumber } from './basic-schemas.ts';

const extension = z.strictObject({
  cap: span.nullable(),
  capIsAim: z.exactOptional(z.boolean()),
  condition: z.enum(['exceptional', 'complex', 'good-reason', 'any', 'not-stated']),
  customerAgreement: z.enum(['required', 'preferred', 'not-needed']),
  notice: z.strictObject({ reason: z.boolean(), newDate: z.boolean(), ombudsman: z.boolean() }),
  beyondCap: z.strictObject({ approvedBy: z.array(id).min(1, 'at least one role'), clause }).nullable(),
  secondTier: z.strictObject({ cap: span, condition: text, approvedBy: z.array(id) }).nullable(),
  clause,
}) satisfies z.ZodType<ExtensionRules>;

export const stage = z.strictObject({
  acknowledge: clock.nullable(),
  respond: clock.nullable(),
  extension: extension.nullable(),
  acknowledgePromises: z.array(z.enum(['logged', 'acknowledged'])),
  responseApprovedBy: z.exactOptional(z.array(id)),
}) satisfies z.ZodType<StageRules>;

const countsFrom = z.enum([
  'response-date',
  'response-receipt',
  'agreed-works-complete',
  'response-receipt-or-agreed-works',
]);

export const escalation = z.strictObject({
  window: z
    .strictObject({
      value: positive,
      unit,
      unitAsWritten: z.exactOptional(text),
      countsFrom,
      clause,
      note: z.exactOptional(text),
    })
    .nullable(),
  late: z.enum(['accept-by-default', 'on-merits', 'refuse']),
  reasonsRequired: z.boolean(),
  channels: z.enum(['any', 'writing-only', 'normally-in-writing']),
  discretionary: z.boolean(),
  afterResponseOnly: z.boolean(),
  reviewLimitedToReasonsGiven: z.boolean(),
  refusal: z
    .strictObject({
      decidedBy: z.array(id).min(1, 'at least one role'),
      withSupportFrom: z.array(id),
      named: z.exactOptional(z.boolean()),
      clause,
    })
    .nullable(),
  clause,
  note: z.exactOptional(text),
}) satisfies z.ZodType<EscalationRules>;

export const stage2Review = z.strictObject({
  reviewers: z.array(id),
  fallback: z.array(id),
  panelOf: positive,
  oneOfEach: z.exactOptional(z.boolean()),
  body: text.nullable(),
  differentPersonRequired: z.boolean(),
  clause,
}) satisfies z.ZodType<Stage2Review>;

const question = z.strictObject({
  id,
  ask: text,
  kind: z.enum(['date', 'yes-no', 'text', 'case-reference', 'points']),
  required: z.boolean(),
  barsWhen: z.exactOptional(z.enum(['yes', 'no'])),
  barsBecause: z.exactOptional(text),
});

const asWritten = z.strictObject({
  countsAwareness: z.exactOptional(z.boolean()),
  months: z.exactOptional(positive),
  legalMeans: z.exactOptional(z.enum(['claim-filed', 'any-legal-action'])),
  blanket: z.exactOptional(z.boolean()),
  openEnded: z.exactOptional(z.boolean()),
  requiresOtherProcedureFirst: z.exactOptional(z.boolean()),
  constructiveAwareness: z.exactOptional(z.boolean()),
  discretion: z.exactOptional(z.enum(['good-reasons', 'exceptional', 'none'])),
  vexatious: z.exactOptional(z.boolean()),
});

export const exclusion = z.strictObject({
  id,
  label: text,
  clause,
  test: z.enum(['twelve-months', 'claim-filed', 'already-considered', 'none']),
  asWritten,
  questions: z.array(question),
  exceptions: z.array(z.strictObject({ id, label: text, clause })),
  petitionsOnly: z.exactOptional(z.literal(true)),
  sentTo: text.nullable(),
  handlingAccepted: z.boolean(),
  scope: z.enum(['complaint', 'point', 'either']),
  codeParagraphs: z.array(clause),
}) satisfies z.ZodType<ExclusionGround>;

export const capability = z.enum([
  'log',
  'investigate-stage-1',
  'review-stage-2',
  'assign',
  'refuse-complaint',
  'refuse-escalation',
  'support-refusal',
  'extend',
  'approve-beyond-cap',
  'approve-correction',
  'see-all-cases',
  'see-performance',
  'manage-calendar',
  'manage-policy',
  'manage-access',
  'approve-policy',
  'scrutinise',
  'keep-register',
]);

export const role = z.strictObject({
  id,
  title: text,
  alsoCalled: z.exactOptional(text),
  succeeds: z.exactOptional(z.array(id)),
  seniority: z.enum(['colleague', 'officer', 'lead', 'head', 'director', 'chief-executive', 'board']),
  may: z.array(capability),
  awardLimitPence: wholeNumber.nullable(),
  duty: text,
  clause,
}) satisfies z.ZodType<Role>;

const flag = z.enum([
  'safety',
  'minor',
  'vulnerable',
  'discrimination',
  'data-protection',
  'serious-injury',
  'legal',
  'other-serious',
]);

export const routing = z.strictObject({
  id,
  label: text,
  when: z.union([
    z.strictObject({ complainedOf: z.enum(['complaints-team', 'head-or-director', 'manager']) }),
    z.strictObject({ category: z.array(id).min(1, 'at least one category') }),
    z.strictObject({ flag: z.array(flag).min(1, 'at least one flag') }),
  ]),
  to: z.array(id).min(1, 'at least one role'),
  strength: z.enum(['proposed', 'always']),
  clause,
}) satisfies z.ZodType<RoutingRule>;
