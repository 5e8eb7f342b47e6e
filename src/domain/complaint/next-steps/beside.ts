/** Steps that no date asks for and that the rest waits for: a death, routing, authority, points that came back, a late conflict. */

import { wasAskedFor } from '../decide/understanding.ts';
import type { Deciding } from '../deciding.ts';
import type { Step } from '../next-step.ts';
import { routingFor } from '../routing.ts';
import { stageReached } from '../stage-obligations.ts';
import type { CaseState } from '../state.ts';

export function otherSteps(state: CaseState, deciding: Deciding): Step[] {
  const over = state.voided !== null || state.timeline.withdrawnOn !== null || state.timeline.stage1.refusedOn !== null;
  if (over) return [];
  return [
    ...afterDeath(state, deciding),
    ...routing(state, deciding),
    ...authority(state),
    ...pointsBack(state),
    ...brokenPromise(state),
    ...conflict(state),
  ];
}

/** The case goes on: with whom is asked, and how they hear from us is agreed (R62). */
function afterDeath({ death, successor, stages, timeline }: CaseState, deciding: Deciding): Step[] {
  if (death === null) return [];
  const { today } = deciding;
  const stage = stageReached(timeline, deciding);
  const answered = (stage === 1 ? timeline.stage1 : timeline.stage2).respondedOn !== null;
  const { updates } = stages[stage];
  const agreed = answered || (updates !== null && updates.agreedOn >= death.toldOn && updates.agreedOn <= today);
  const who =
    'The resident has died: ask who goes on with the complaint, and what shows it. Letters go to the estate meanwhile.';
  const how =
    'The resident has died: agree with whoever goes on with it how often they hear from us. The dates stay as they are.';
  return [
    ...(successor === null
      ? [{ act: 'RecordSuccessor' as const, stage: null, letter: null, about: null, why: who }]
      : []),
    ...(agreed ? [] : [{ act: 'AgreeUpdates' as const, stage, letter: null, about: null, why: how } satisfies Step]),
  ];
}

/** Proposed by the policy, decided by the lead (R25). */
function routing(state: CaseState, deciding: Deciding): Step[] {
  if (state.routing !== null || state.timeline.stage1.respondedOn !== null) return [];
  return routingFor(state, deciding)
    .slice(0, 1)
    .map(rule => ({
      act: 'DecideRouting',
      stage: 1,
      letter: null,
      about: rule.id,
      why: `The policy says who takes this: ${rule.label} (${rule.clause}).`,
    }));
}

/** Received on contact; nothing is disclosed until there is authority (R22). */
function authority({ representative }: CaseState): Step[] {
  if (representative === null || representative.authority !== null) return [];
  const why = 'Somebody complained for the resident: ask for their authority. Letters go to the resident meanwhile.';
  return [{ act: 'RecordRepresentative', stage: null, letter: null, about: representative.personId, why }];
}

/** Points that the resident added back while stage 2 is open (R40). */
function pointsBack(state: CaseState): Step[] {
  const { definition } = state.stages[2];
  const back = state.points.filter(
    point => point.ended === null && point.notPursued && wasAskedFor(state, point.pointId),
  );
  if (definition === null || state.timeline.stage2.respondedOn !== null || back.length === 0) return [];
  const numbers = back.map(point => point.number).join(', ');
  const why = `The resident asked for point ${numbers} to be looked at again after all: define stage 2 again.`;
  return [{ act: 'DefineComplaint', stage: 2, letter: null, about: null, why }];
}

/** Withdrawn on a promise that was not kept: that is a point (R65). */
function brokenPromise(state: CaseState): Step[] {
  const { stage1, stage2 } = state.timeline;
  const stage = stage1.respondedOn === null ? 1 : 2;
  const running = stage === 1 ? stage1 : stage2;
  if (!state.revivedOnBrokenPromise || running.acknowledgedOn !== null || running.respondedOn !== null) return [];
  const why = 'It was withdrawn on a promise that was not kept: take that as a point.';
  return [{ act: 'AddPoint', stage, letter: null, about: null, why }];
}

/** A conflict found after the answer: the resident is told, and chooses a fresh answer or stage 2 (R30). */
function conflict(state: CaseState): Step[] {
  const { respondedOn } = state.timeline.stage1;
  if (respondedOn === null || state.timeline.stage2.startedOn !== null) return [];
  const found = state.conflicts.find(
    one =>
      one.on >= respondedOn &&
      state.involved.some(part => part.personId === one.personId && part.stage === 1 && part.as !== 'contact'),
  );
  if (found === undefined || state.stages[1].contacts.some(contact => contact.on >= found.on)) return [];
  const why =
    'A conflict of interest of somebody who worked on the answer came to light: tell the resident, who chooses between a fresh answer by somebody independent and stage 2.';
  return [{ act: 'RecordContact', stage: 1, letter: null, about: null, why }];
}
