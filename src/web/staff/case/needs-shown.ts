/** What a complaint tells of somebody's needs: what to do, never what lies behind it. */
import type { CaseFile } from '../../../application/case-file.ts';
import type { NeedInCase } from '../../../domain/complaint/events.ts';
import { needsOf } from '../../../domain/complaint/follow-needs.ts';
import { sayAdjustment } from '../../../domain/complaint/say-need.ts';
import { isSpecial } from '../../../domain/needs/kinds.ts';
import type { NeedShown, NeedsNoticeProps } from '../../components/redress/needs-notice.ts';
import { paths } from '../../paths.ts';
import { sayHours, sayWays } from '../residents/need-words.ts';

/** The needs of one person of the complaint, for the notice. */
export function caseNeedsShown(file: CaseFile, personId: string | null): NeedsNoticeProps {
  const needs = needsOf(file.state, personId).map(one => needShown(file, one));
  return { needs, ...(personId === null ? {} : { href: paths.resident({ resident: personId }) }) };
}

/** One need. What an earlier complaint recorded of somebody's health is not told from there: it stands in their own record. */
export function needShown(file: CaseFile, need: NeedInCase): NeedShown {
  const { kind, detail, needId, ways, hours } = need;
  const hidden = isSpecial(kind) && needId === undefined;
  const said = hidden ? 'look at what is recorded before you reach them' : (file.texts[detail.textId] ?? '');
  const exact = [ways === undefined ? '' : sayWays(ways), hours === undefined ? '' : sayHours(hours)];
  return { name: sayAdjustment(kind), todo: [said, ...exact].filter(words => words !== '').join('; ') };
}
