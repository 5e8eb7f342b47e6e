/** What is asked of colleagues and of a contractor, and what they say. */
import { randomUUIDv7 } from 'node:crypto';
import { addWorkingDays } from '../../domain/calendar/working-days.ts';
import type { Step } from './roads.ts';
import type { Make } from './steps.ts';

export const questionSteps: Partial<Record<Step, Make>> = {
  'ask-information': ({ deciding, keep }, { matter, number }, on) => {
    const colleagues = Object.values(deciding.people).filter(person =>
      deciding.policy.roles.some(role => person.roles.includes(role.id) && role.seniority === 'colleague'),
    );
    return [
      {
        type: 'AskInformation',
        requestId: randomUUIDv7(),
        stage: 1,
        of: colleagues[number % colleagues.length]?.personId ?? '',
        serviceArea: matter.serviceArea,
        dueOn: addWorkingDays(deciding.calendar, on, 3),
        question: keep('Please send the visit records and say what was done on each date.', 'question'),
      },
    ];
  },
  'ask-outside': ({ deciding, keep, loaded }, { matter }, on) => [
    {
      type: 'AskOutsider',
      requestId: randomUUIDv7(),
      stage: 1,
      outsider: {
        name: keep('Terry Marsh', 'outsider'),
        email: keep('terry.marsh@roofing.example.org', 'outsider'),
        organisation: keep('Marsh & Daughter Roofing', 'outsider'),
      },
      serviceArea: matter.serviceArea,
      dueOn: addWorkingDays(deciding.calendar, on, 3),
      question: keep('What did your people find at the visit on 19 June, and was a card left?', 'question'),
      told: { name: false, address: true, reason: keep('They know their visits by address.', 'reason') },
      files: loaded.state.files.map(file => file.fileId),
      insteadOf: null,
    },
  ],
  'give-information': ({ keep, loaded }) =>
    loaded.state.information
      .filter(request => request.answeredOn === null)
      .map(request => ({
        type: 'GiveInformation',
        requestId: request.requestId,
        answer: keep(
          'The records are attached to the job. Two visits were logged as no access; no card was left.',
          'answer',
        ),
      })),
};
