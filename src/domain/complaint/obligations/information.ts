import type { Obligation } from '../obligation.ts';
import type { CaseState } from '../state.ts';
import { newObligation } from './shape.ts';

/** What colleagues and contractors were asked for, each owed by the one who was asked (MAG-10, MGL-52). */
export function informationObligations(state: CaseState): Obligation[] {
  return state.information.map(request =>
    newObligation({
      id: `supply-information-${request.requestId}`,
      kind: 'supply-information',
      stage: request.stage,
      owner: { personId: request.of, team: request.serviceArea },
      dueOn: request.dueOn,
      from: { event: 'information-asked', on: request.askedOn },
      rule: 'the date the handler asked for it by',
      clause: 'Code 4.2',
      basis: 'code',
      dischargedOn: request.answeredOn,
      lapsedOn: request.answeredOn === null ? state.timeline.withdrawnOn : null,
    }),
  );
}
