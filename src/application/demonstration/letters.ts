import { randomUUIDv7 } from 'node:crypto';
import type { LocalDate } from '../../domain/calendar/dates.ts';
import type { Stage } from '../../domain/complaint/events.ts';
import type { LetterKind } from '../../domain/policy/letter-rules.ts';
import { act } from '../act.ts';
import type { Application, Viewer } from '../application.ts';
import { issueLetter } from '../letters.ts';
import { done } from './done.ts';

/** Issues a letter as the officer would and hands it over the same day. */
export async function issueDemonstrationLetter(
  app: Application,
  who: Viewer,
  caseId: string,
  { kind, stage }: { kind: LetterKind; stage: Stage },
  on: LocalDate,
): Promise<void> {
  const commandId = randomUUIDv7();
  const ask = { caseId, versionSeen: null, commandId, payload: {} };
  const issued = await issueLetter(app, who, ask, { kind, stage, free: {}, extensionId: null, supersedes: null });
  done(issued, `issue the ${kind}`);
  const sent = await act(app, who, { ...ask, commandId: randomUUIDv7() }, () => ({
    type: 'SendLetter',
    letterId: issued.letterId,
    on,
    how: 'email',
    dateProof: 'system',
    evidence: null,
  }));
  done(sent, `send the ${kind}`);
}
