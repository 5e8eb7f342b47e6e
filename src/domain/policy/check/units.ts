/** Units that can be read in two ways: "days" may be working days or calendar days, and the resident bears the doubt [R12]. */
import type { Policy } from '../policy.ts';
import type { ClauseId, Span } from '../spans.ts';
import { BOTH_STAGES, type Hit, type Rule } from './finding.ts';
import { isAmbiguous, sayLength, sayUnit } from './lengths.ts';

type Place = { span: Span | null | undefined; path: string; clause: ClauseId; paragraph: ClauseId; what: string };

function places(policy: Policy): Place[] {
  const stages = BOTH_STAGES.flatMap((stage): Place[] => {
    const { acknowledge, respond, extension } = policy.stages[stage];
    const first = stage === 1;
    return [
      {
        span: acknowledge,
        path: `stages.${stage}.acknowledge`,
        clause: acknowledge?.clause ?? '',
        paragraph: first ? 'Code 6.2' : 'Code 6.11',
        what: `The time for the stage ${stage} acknowledgement`,
      },
      {
        span: respond,
        path: `stages.${stage}.respond`,
        clause: respond?.clause ?? '',
        paragraph: first ? 'Code 6.3' : 'Code 6.14',
        what: `The time for the stage ${stage} response`,
      },
      {
        span: extension?.cap,
        path: `stages.${stage}.extension.cap`,
        clause: extension?.clause ?? '',
        paragraph: first ? 'Code 6.4' : 'Code 6.15',
        what: `The longest extension at stage ${stage}`,
      },
    ];
  });
  const window = policy.escalation.window;
  return [
    ...stages,
    {
      span: window,
      path: 'escalation.window',
      clause: window?.clause ?? '',
      paragraph: 'Code 3.4',
      what: 'The time to ask for stage 2',
    },
  ];
}

const ambiguousUnit: Rule = {
  id: 'unit-ambiguous',
  paragraph: 'Code 3.4',
  severity: 'risk',
  states: 'A time is given in a unit that can be read in two ways.',
  find: ({ policy }) =>
    places(policy).flatMap(({ span, path, clause, paragraph, what }): Hit[] => {
      if (span === null || span === undefined || !isAmbiguous(span)) return [];
      return [
        {
          path: `${path}.unit`,
          clause,
          paragraph,
          found: `${what} is written as "${sayLength(span)}", without saying which days; we read ${sayUnit(span)}.`,
          expected: 'Say whether working days or calendar days are meant.',
        },
      ];
    }),
};

export const unitRules: readonly Rule[] = [ambiguousUnit];
