import type { Obligation } from '../obligation.ts';

type Given = Pick<Obligation, 'id' | 'kind' | 'stage' | 'dueOn' | 'from' | 'rule' | 'clause'> & Partial<Obligation>;

/** An obligation of the complaints team, owed and judged by date, unless said otherwise. */
export function newObligation(given: Given): Obligation {
  return {
    owner: { personId: null, team: 'complaints' },
    startsOn: null,
    dueAt: null,
    basis: 'policy',
    longStopOn: null,
    dischargedOn: null,
    lapsedOn: null,
    judged: 'yes',
    promisedOn: null,
    ...given,
  };
}
