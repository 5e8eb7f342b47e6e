/** The clocks and windows of a policy in words, beside the Code's where the two differ (R2). */
import { type Basis, type ClockRule, type ClockRules, saySpan } from '../../../domain/complaint/clock-rules.ts';
import type { Policy } from '../../../domain/policy/policy.ts';
import type { Span } from '../../../domain/policy/spans.ts';
import { summaryList } from '../../components/govuk/summary-list.ts';
import { type Html, html, joinHtml } from '../../html.ts';
import { clauseLink } from './clause-link.ts';

type Facts = { policy: Policy; rules: ClockRules };

export function clocksSection({ policy, rules }: Facts): Html {
  return html`${stageClocks(1, { policy, rules })}${stageClocks(2, { policy, rules })}
<h3 class="govuk-heading-s">Otherwise</h3>
${summaryList({
  rows: [
    { key: 'To go to stage 2', value: windowWords(policy) },
    policy.earlyContact !== null && {
      key: 'An early word with the resident',
      value: html`Within ${saySpan(policy.earlyContact)} (${clauseLink(policy.earlyContact.clause)})`,
    },
    {
      key: 'Somebody’s name on it',
      value: html`Within ${saySpan(policy.assignWithin)} (${clauseLink(policy.assignWithin.clause)})`,
    },
    {
      key: 'Updates once an answer is late',
      value: html`At intervals agreed with the resident; every ${saySpan(policy.updates.defaultEvery)} unless agreed otherwise (${clauseLink(policy.updates.clause)})`,
    },
    {
      key: 'When a letter counts as received',
      value: html`By email ${received(policy.deemedReceipt.email)}, by post ${received(policy.deemedReceipt.post)} (${clauseLink(policy.deemedReceipt.clause)})`,
    },
    {
      key: 'How days are counted',
      value: html`The day after the trigger is day 1; from a day nobody works, ${policy.nonWorkingStart === 'next-working-day-is-day-0' ? 'the day after the next working day' : 'the next working day'} is day 1. Nothing pauses a clock (R4).`,
    },
  ],
})}`;
}

function stageClocks(stage: 1 | 2, { policy, rules }: Facts): Html {
  const clocks = rules[stage];
  const { acknowledgement, response, extended } = clocks.longStop;
  return html`<h3 class="govuk-heading-s">Stage ${stage}</h3>
${summaryList({
  rows: [
    { key: 'Acknowledgement', value: ruleWords(clocks.acknowledge) },
    { key: 'Answer', value: ruleWords(clocks.respond) },
    { key: 'Extension', value: extensionWords(stage, { policy, rules }) },
    {
      key: 'Our long-stop',
      value: `${saySpan(acknowledgement)} from the start to acknowledge, ${saySpan(response)} to answer, ${saySpan(extended)} with a proper extension. Our reading of the Code, for staff; never quoted in a letter (R5).`,
    },
  ],
})}`;
}

const bases: Record<Basis, string> = { policy: 'the policy', code: 'the Code', both: 'the policy and the Code' };

function ruleWords(clocks: readonly ClockRule[]): Html {
  const lines = clocks.map(
    rule =>
      html`Within ${rule.words}, by ${bases[rule.basis]} (${clauseLink(rule.clause)}${asWritten(rule, rule.basis)})`,
  );
  if (lines.length === 1) return html`${lines}`;
  return html`<ul class="govuk-list govuk-list--bullet">${lines.map(line => html`<li>${line}</li>`)}</ul>The earlier date is worked to (R2).`;
}

/** The source's own word where ours is a reading of it. */
function asWritten(span: Span, basis: Basis = 'policy'): Html | false {
  return span.unitAsWritten !== undefined && basis !== 'code' && html`, whose text says “${span.unitAsWritten}”`;
}

const conditions: Record<NonNullable<Policy['stages'][1]['extension']>['condition'], string> = {
  exceptional: 'in exceptional circumstances',
  complex: 'where the complaint is complex',
  'good-reason': 'for a good reason',
  any: '',
  'not-stated': '',
};

function extensionWords(stage: 1 | 2, { policy, rules }: Facts): Html {
  const { caps, agreementRequired } = rules[stage];
  const own = policy.stages[stage].extension;
  const limits = caps.map(
    cap =>
      html`${saySpan(cap.span)} by ${bases[cap.basis]} (${clauseLink(cap.clause)}${asWritten(cap.span, cap.basis)})`,
  );
  if (limits.length === 0) return html`None is known.`;
  const beyond = own?.beyondCap ?? null;
  const who = (beyond?.approvedBy ?? []).map(id => policy.roles.find(role => role.id === id)?.title ?? id);
  return html`${own !== null && conditions[own.condition] !== '' && html`Only ${conditions[own.condition]}. `}At most ${joinHtml(limits, ' and ')}, counted from the first date; told before the old date, with the reason, the new date and the Ombudsman’s details (R9).${
    agreementRequired && ' The customer has to agree.'
  }${beyond !== null && html` Beyond that a good reason has to be approved by ${who.join(' or ')} (${clauseLink(beyond.clause)}).`}`;
}

const countsFrom: Record<NonNullable<Policy['escalation']['window']>['countsFrom'], string> = {
  'response-date': 'the date of the answer',
  'response-receipt': 'receiving the answer',
  'agreed-works-complete': 'the end of the agreed works',
  'response-receipt-or-agreed-works': 'receiving the answer, or the end of the agreed works',
};

function windowWords({ escalation }: Policy): Html {
  const { window, late, clause } = escalation;
  const lates = {
    'accept-by-default': 'A later request is taken unless it is declined with reasons.',
    'on-merits': 'A later request is decided on its merits.',
    refuse: 'A later request is not taken.',
  };
  const noReasons = escalation.reasonsRequired ? '' : ' No reason has to be given.';
  if (window === null) return html`There is no limit (${clauseLink(clause)}).${noReasons}`;
  return html`Within ${saySpan(window)} from ${countsFrom[window.countsFrom]} (${clauseLink(window.clause)}${asWritten(window)}). The last day is inside, and moves off a day nobody works (R12). ${lates[late]}${noReasons}`;
}

function received(workingDays: number): string {
  return workingDays === 0 ? 'the same day' : `${workingDays} working day${workingDays === 1 ? '' : 's'} later`;
}
