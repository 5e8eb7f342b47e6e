/** Compares a landlord's policy with the Code and says where it falls short of which paragraph. */
import type { LocalDate } from '../calendar/dates.ts';
import type { Finding, Hit, Rule, Severity } from './check/finding.ts';
import { checkRules } from './check/rules.ts';
import type { Policy } from './policy.ts';
import type { ClauseId } from './spans.ts';

const SEVERITY_ORDER: Record<Severity, number> = { breach: 0, risk: 1, note: 2 };

/**
 * Every place where `policy` falls short of `code`, worst first, then by paragraph and place. All numbers that it is measured
 * by come from `code`; `today` decides which contact details are right and what is overdue. The Code's own pack has no findings.
 */
export function checkPolicy(policy: Policy, code: Policy, today: LocalDate): Finding[] {
  if (policy.kind === 'code') return [];
  return checkRules
    .flatMap(rule => rule.find({ policy, code, today }).map(hit => finding(rule, hit)))
    .toSorted(inOrder);
}

function finding(rule: Rule, hit: Hit): Finding {
  return {
    paragraph: hit.paragraph ?? rule.paragraph,
    severity: hit.severity ?? rule.severity,
    where: hit.clause === undefined || hit.clause === '' ? hit.path : `${hit.path} (${hit.clause})`,
    found: hit.found,
    expected: hit.expected,
  };
}

function inOrder(a: Finding, b: Finding): number {
  return (
    SEVERITY_ORDER[a.severity] - SEVERITY_ORDER[b.severity] ||
    compareParagraphs(a.paragraph, b.paragraph) ||
    compareTexts(a.where, b.where) ||
    compareTexts(a.found, b.found)
  );
}

/** 6.9 before 6.10. */
function compareParagraphs(a: ClauseId, b: ClauseId): number {
  const [first, second] = [numbersIn(a), numbersIn(b)];
  for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
    const difference = (first[at] ?? 0) - (second[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return compareTexts(a, b);
}

function numbersIn(id: ClauseId): number[] {
  return (id.match(/\d+/g) ?? []).map(Number);
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
