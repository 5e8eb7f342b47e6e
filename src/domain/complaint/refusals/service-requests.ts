/** Refusals around requests for a service. */
import { type LocalDate, sayDate } from '../../calendar/dates.ts';
import { type NoFacts, said } from './words.ts';

export const serviceRequestRefusals = {
  'no-such-request': (_: NoFacts) =>
    said('There is no such service request.', 'Look for it in the list of service requests.'),
  'request-ended': ({ how, on }: { how: 'completed' | 'stopped'; on: LocalDate }) =>
    said(
      `The request was ${how} on ${sayDate(on)}.`,
      'Take it up again if it is not done after all. If they are not happy with it, log a complaint from here.',
    ),
  'request-goes-on': (_: NoFacts) => said('The request has not ended.', 'Go on with it.'),
  'safety-request-goes-on': (_: NoFacts) =>
    said(
      'A request about health and safety goes on, whatever becomes of a complaint about it and even where they ask to stop.',
      'Complete it with what shows that it is safe, or hand it over. You can log a complaint beside it.',
    ),
};
