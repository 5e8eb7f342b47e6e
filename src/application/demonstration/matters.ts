/** What the invented complaints are about: the resident's words, how we understood them, and what came of it. */

export type Matter = {
  category: string;
  serviceArea: string;
  contractor: string | null;
  words: string;
  points: readonly string[];
  wants: string;
  /** One finding a point, with its reasons. */
  answers: readonly { finding: 'upheld' | 'partly-upheld' | 'not-upheld'; reasons: string }[];
  remedy: { kind: 'apology' | 'money' | 'action-taken'; pence: number | null; what: string };
  promise: { what: string; by: 'contractor' | 'team' } | null;
  learning: string;
  /** What was behind it, from the list of the Code's pack. */
  cause: string;
};

const relied = 'The repairs policy and the tenancy agreement.';
export const reliedOn = relied;

export const matters: readonly Matter[] = [
  {
    category: 'property-condition',
    serviceArea: 'repairs',
    contractor: 'Northline Repairs',
    words:
      'There is black mould on the back bedroom wall. I reported it in the spring and three people have missed appointments. My little boy coughs all night. Nobody rings back.',
    points: [
      'Damp and mould in the back bedroom was not dealt with after it was reported.',
      'Three appointments were missed without a word.',
      'Calls were not returned.',
    ],
    wants: 'The cause found and put right, the wall redecorated, and an apology for the missed appointments.',
    answers: [
      { finding: 'upheld', reasons: 'The first report was recorded but no inspection was booked for nine weeks.' },
      {
        finding: 'upheld',
        reasons: 'The contractor’s own log shows three visits that did not happen and no call to say so.',
      },
      { finding: 'partly-upheld', reasons: 'Two of the four calls were returned on the same day; two were not.' },
    ],
    remedy: { kind: 'money', pence: 15_000, what: 'A payment for the distress and the missed appointments.' },
    promise: { what: 'Find the cause of the damp and treat the wall.', by: 'contractor' },
    learning: 'Every report of damp is now given an inspection date within the first call.',
    cause: 'missed-appointment',
  },
  {
    category: 'property-condition',
    serviceArea: 'repairs',
    contractor: 'Northline Repairs',
    words:
      'The boiler has broken down four times since September. Each time somebody comes, says it is fixed and it goes again. I am 81 and I am cold.',
    points: ['Repeated boiler breakdowns were not resolved.', 'No heaters were offered while there was no heating.'],
    wants: 'A boiler that works, and the cost of electric heaters paid.',
    answers: [
      { finding: 'upheld', reasons: 'The same part failed each time and was not replaced until the fourth visit.' },
      { finding: 'upheld', reasons: 'Temporary heaters should have been offered on the first day without heating.' },
    ],
    remedy: { kind: 'money', pence: 9_000, what: 'The extra cost of heating, on the receipts supplied.' },
    promise: { what: 'Replace the boiler.', by: 'contractor' },
    learning: 'A second breakdown within a month now goes to a supervisor.',
    cause: 'work-quality',
  },
  {
    category: 'antisocial-behaviour',
    serviceArea: 'tenancy',
    contractor: null,
    words:
      'I have sent in six diary sheets about the noise from upstairs and heard nothing at all. What is the point of filling them in?',
    points: ['Diary sheets were not acknowledged.', 'No action plan was agreed.'],
    wants: 'Somebody to tell me what is happening, and a named person to speak to.',
    answers: [
      { finding: 'upheld', reasons: 'The sheets were scanned but nobody was told that they had come.' },
      { finding: 'partly-upheld', reasons: 'An action plan was written but never shared.' },
    ],
    remedy: { kind: 'apology', pence: null, what: 'A written apology from the neighbourhood manager.' },
    promise: { what: 'Agree an action plan and go through it in person.', by: 'team' },
    learning: 'Diary sheets are acknowledged automatically and read within five working days.',
    cause: 'no-reply',
  },
  {
    category: 'charges',
    serviceArea: 'home-ownership',
    contractor: null,
    words: 'I am paying for window cleaning that has not happened since last year. I asked for the invoices twice.',
    points: ['Window cleaning was charged for and not done.', 'Requests for invoices were not answered.'],
    wants: 'The charge taken off and the invoices sent.',
    answers: [
      { finding: 'upheld', reasons: 'The contractor’s sheets show no visit in the period.' },
      { finding: 'upheld', reasons: 'Both requests were received and neither was answered.' },
    ],
    remedy: { kind: 'money', pence: 6_240, what: 'The window cleaning charge for the period, refunded.' },
    promise: { what: 'Send the invoices for the last two years.', by: 'team' },
    learning: 'Charges are checked against visit sheets before statements go out.',
    cause: 'records',
  },
  {
    category: 'estate-management',
    serviceArea: 'estates',
    contractor: 'Greenway Estates',
    words:
      'The bin store has been overflowing for weeks and there are rats. The lift smells. I pay a service charge for this.',
    points: ['The bin store was not cleaned.', 'Reports of rats were not acted on.'],
    wants: 'The store cleaned and kept clean, and pest control.',
    answers: [
      { finding: 'upheld', reasons: 'The cleaning contract was not monitored in these weeks.' },
      { finding: 'not-upheld', reasons: 'Pest control visited two days after the first report and twice after that.' },
    ],
    remedy: { kind: 'action-taken', pence: null, what: 'A deep clean of the store and weekly checks.' },
    promise: { what: 'Fit a lock and new lids to the bin store.', by: 'contractor' },
    learning: 'Estate inspections now photograph every bin store.',
    cause: 'contractor',
  },
  {
    category: 'staff',
    serviceArea: 'tenancy',
    contractor: null,
    words:
      'The officer who came was rude to my daughter and would not look at the bathroom. She said other people had real problems.',
    points: ['An officer spoke dismissively.', 'The bathroom was not inspected at the visit.'],
    wants: 'An apology, and somebody else to inspect.',
    answers: [
      {
        finding: 'partly-upheld',
        reasons: 'The officer’s and the resident’s accounts differ; the words were not right however they were meant.',
      },
      { finding: 'upheld', reasons: 'The visit was booked as an inspection and the bathroom was not looked at.' },
    ],
    remedy: { kind: 'apology', pence: null, what: 'An apology from the manager, by telephone and in writing.' },
    promise: { what: 'Inspect the bathroom with a different surveyor.', by: 'team' },
    learning: 'Visits now end with a written note of what was looked at.',
    cause: 'conduct',
  },
];
