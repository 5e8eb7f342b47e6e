/** A letter to a wrong address or the wrong person may have told somebody what is not theirs to know: a data incident (R66). */
import { wentAstray } from '../evolve/letters.ts';
import type { Letter } from '../letter-state.ts';
import type { Obligation } from '../obligation.ts';
import type { ObligationContext } from '../obligation-context.ts';
import { plus } from '../span-dates.ts';
import type { CaseState } from '../state.ts';
import { newObligation } from './shape.ts';

/** The letters that reached somebody they were not for, whatever became of them since. */
export function misdirected({ letters }: CaseState): Letter[] {
  return letters.filter(letter => letter.returns.some(wentAstray));
}

/** Owed by who handles the stage, else by the team, until what became of the copy is recorded. */
export function incidentObligations(state: CaseState, { code, calendar }: ObligationContext): Obligation[] {
  const within = code.ourReadings?.dataIncidentWithin;
  return misdirected(state).flatMap(letter => {
    const known = letter.returns.find(wentAstray);
    if (known === undefined) return [];
    return newObligation({
      id: `close-data-incident-${letter.letterId}`,
      kind: 'close-data-incident',
      stage: letter.stage,
      owner: { personId: state.stages[letter.stage].handlerId, team: 'complaints' },
      dueOn: within === undefined ? known.on : plus(known.on, within, calendar),
      from: { event: 'letter-misdirected', on: known.on },
      rule: 'a letter reached somebody it was not for: find out who has it, and decide whether it has to be reported',
      clause: 'R66',
      dischargedOn: letter.incidentClosed?.on ?? null,
    });
  });
}
