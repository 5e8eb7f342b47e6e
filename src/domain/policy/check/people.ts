/** Who may complain, through whom and how, and what is done with dissatisfaction that is not (yet) a complaint. */
import { type Hit, type Rule, when } from './finding.ts';

const ownDefinition: Rule = {
  id: 'own-definition',
  paragraph: 'Code 1.2',
  severity: 'breach',
  states: "A complaint is not defined in the Code's own terms.",
  find: ({ policy }) =>
    when(policy.definition.basis === 'own', () => ({
      path: 'definition.basis',
      clause: policy.definition.clause,
      found: 'The policy has its own definition of a complaint.',
      expected: 'Use the definition that the Code prescribes.',
    })),
};

const residentShutOut: Rule = {
  id: 'resident-may-not-complain',
  paragraph: 'Code 1.2',
  severity: 'breach',
  states: 'Somebody whom the Ombudsman would hear may not complain.',
  find: ({ policy }) =>
    policy.complainants.flatMap((complainant, index) =>
      when(!complainant.mayComplain && ['yes', 'time-of-occupation'].includes(complainant.ombudsmanStanding), () => ({
        path: `complainants.${index}.mayComplain`,
        clause: complainant.clause,
        found: `These people may not complain: ${complainant.label}.`,
        expected: 'Accept a complaint from everybody who can go to the Ombudsman with it.',
      })),
    ),
};

const formerNotNamed: Rule = {
  id: 'former-customers-not-named',
  paragraph: 'Code 1.2',
  severity: 'note',
  states: 'Former residents are not named among those who may complain.',
  find: ({ policy }) => {
    const former = policy.complainants.filter(one => one.ombudsmanStanding === 'time-of-occupation' && one.mayComplain);
    if (former.some(one => one.named !== false)) return [];
    const shutOut = policy.complainants.some(one => one.ombudsmanStanding === 'time-of-occupation' && !one.mayComplain);
    if (shutOut) return [];
    return [
      {
        path: 'complainants',
        ...(former[0] === undefined ? {} : { clause: former[0].clause }),
        found: 'Former residents are not named among those who may complain.',
        expected: 'Say that they may, about matters of the time when they lived there.',
      },
    ];
  },
};

const noRepresentatives: Rule = {
  id: 'representatives-not-accepted',
  paragraph: 'Code 3.6',
  severity: 'breach',
  states: 'A resident may not have somebody complain for them.',
  find: ({ policy }) =>
    when(!policy.representatives.accepted, () => ({
      path: 'representatives.accepted',
      clause: policy.representatives.clause,
      found: 'A complaint made by a representative is not accepted.',
      expected: "Let a resident have a representative, and handle that complaint like the resident's own.",
    })),
};

const electedSentElsewhere: Rule = {
  id: 'councillors-sent-elsewhere',
  paragraph: 'Code 1.3',
  severity: 'breach',
  states: 'Complaints through councillors or MPs are sent elsewhere.',
  find: ({ policy }) =>
    when(policy.representatives.councillorsAndMps === 'sent-elsewhere', () => ({
      path: 'representatives.councillorsAndMps',
      clause: policy.representatives.clause,
      found: 'A complaint that comes through a councillor or an MP is handled outside this policy.',
      expected: 'Handle a complaint made by a third party for a resident under the same policy.',
    })),
};

const surveysSilent: Rule = {
  id: 'surveys-do-not-tell-how',
  paragraph: 'Code 1.6',
  severity: 'breach',
  states: 'Those who show dissatisfaction in a survey are not told how to complain.',
  find: ({ policy }) =>
    when(!policy.surveys.tellHowToComplain && !policy.surveys.countAsComplaint, () => ({
      path: 'surveys.tellHowToComplain',
      clause: policy.surveys.clause,
      found:
        'Dissatisfaction in a survey is not a complaint, and the policy does not promise to tell people how to make one.',
      expected: 'Tell those who answer a survey how they can complain.',
    })),
};

const ANONYMOUS = {
  'not-recorded': ['risk', 'Anonymous complaints are not recorded at all.'],
  feedback: ['note', 'Every anonymous complaint is treated as feedback, outside the policy.'],
} as const;

const anonymousSetAside: Rule = {
  id: 'anonymous-set-aside',
  paragraph: 'Code 2.5',
  severity: 'risk',
  states: 'Anonymous complaints are set aside as a class.',
  find: ({ policy }): Hit[] => {
    const { handling, clause } = policy.anonymous;
    if (handling !== 'not-recorded' && handling !== 'feedback') return [];
    const [severity, found] = ANONYMOUS[handling];
    const expected = 'Record it and look at what it says, rather than leaving out a whole class of complaints.';
    return [{ path: 'anonymous.handling', clause, severity, found, expected }];
  },
};

/** The Code wants several ways (3.1), and none turned away (3.2): one way alone is a breach, some left out are a risk. */
const tooFewChannels: Rule = {
  id: 'channels-missing',
  paragraph: 'Code 3.2',
  severity: 'risk',
  states: 'A complaint is accepted in some ways only.',
  find: ({ policy, code }) => {
    const accepted = new Set(policy.channels.map(channel => channel.id));
    const missing = code.channels.filter(channel => !accepted.has(channel.id)).map(channel => channel.label);
    const clause = policy.channels[0]?.clause;
    return when(missing.length > 0, () => ({
      path: 'channels',
      ...(clause === undefined ? {} : { clause }),
      ...(accepted.size < 2 ? { severity: 'breach', paragraph: 'Code 3.1' } : {}),
      found: `The ways to complain leave out: ${missing.join('; ')}.`,
      expected: 'Accept a complaint made in any way, to any member of staff.',
    }));
  },
};

export const peopleRules: readonly Rule[] = [
  ownDefinition,
  residentShutOut,
  formerNotNamed,
  noRepresentatives,
  electedSentElsewhere,
  surveysSilent,
  anonymousSetAside,
  tooFewChannels,
];
