/** Where the reader can go from here: stage 2, the Ombudsman, or somebody who can help instead. */
import { sayDate } from '../calendar/dates.ts';
import { type Filled, type LetterContext, lack } from './context.ts';
import type { Block, Fact } from './document.ts';
import { currentGround } from './fill-refusal.ts';
import { contactFacts, ombudsmanUntil } from './ombudsman.ts';

/** After stage 1: how and until when to ask for stage 2. After stage 2: that this is our last word. */
export function fillNextStep(ctx: LetterContext): Filled | null {
  if (ctx.kind === 'response') return ctx.stage === 1 ? afterStage1(ctx) : afterStage2(ctx);
  if (ctx.kind === 'refusal' || ctx.kind === 'escalation-refusal') return afterRefusal(ctx);
  return null;
}

function afterStage1(ctx: LetterContext): Filled {
  const closes = ctx.dates.escalationCloses;
  const needed = ctx.policy.escalation.window !== null;
  const sentence =
    closes === undefined
      ? 'You can ask us to look at this again at stage 2.'
      : `You can ask us to look at this again at stage 2. Please ask by ${sayDate(closes)}.`;
  const blocks: Block[] = [{ kind: 'facts', facts: waysToReach(ctx) }];
  if (closes !== undefined || !needed) return { sentence, blocks };
  return {
    blocks,
    missing: [
      lack(
        ctx,
        'next-step',
        'The last day to ask for stage 2 is not known. It comes from the policy and the calendar: check both.',
      ),
    ],
  };
}

function waysToReach({ policy, dates }: LetterContext): Fact[] {
  const { landlord } = policy;
  const until = dates.escalationCloses === undefined ? '' : sayDate(dates.escalationCloses);
  const ways = [
    { term: 'Ask by', value: until },
    { term: 'Your reasons', value: policy.escalation.reasonsRequired ? '' : 'You do not have to give any.' },
    { term: 'Phone', value: landlord.phone ?? '' },
    { term: 'Email', value: landlord.email ?? '' },
    { term: 'Online', value: landlord.web ?? '' },
    { term: 'Post', value: landlord.address.join(', ') },
  ];
  return ways.filter(way => way.value !== '');
}

function afterStage2({ right, ombudsman, today }: LetterContext): Filled {
  const lead = 'This is our final answer. It ends our complaints procedure.';
  if (!right || ombudsman === null) return { lead };
  const until = sayDate(ombudsmanUntil(today));
  return {
    lead,
    sentence: `If you are not satisfied, you can take your complaint to the ${ombudsman.name} until ${until}.`,
  };
}

function afterRefusal({ right, ombudsman }: LetterContext): Filled | null {
  if (!right || ombudsman === null) return null;
  return { sentence: `You have the right to take this decision to the ${ombudsman.name}.` };
}

/** The Ombudsman's details as they are today; after stage 2 with the date twelve months on (R46). */
export function fillOmbudsman(ctx: LetterContext): Filled | null {
  if (!ctx.right) return null;
  if (ctx.ombudsman === null) {
    const sentence = 'No contact details of the Ombudsman hold on this date. Add them to the pack of the Code.';
    return { missing: [lack(ctx, 'ombudsman', sentence, 'contact-out-of-date')] };
  }
  const final = ctx.kind === 'response' && ctx.stage === 2;
  const until = final ? [{ term: 'Take it there by', value: sayDate(ombudsmanUntil(ctx.today)) }] : [];
  return {
    sentence: `You can talk to the ${ctx.ombudsman.name} about your complaint at any time. It is independent of us and free.`,
    blocks: [{ kind: 'facts', facts: [...until, ...contactFacts(ctx.ombudsman)] }],
  };
}

export function fillWhoCanHelp(ctx: LetterContext): Filled | null {
  const sentTo = currentGround(ctx)?.sentTo ?? null;
  return sentTo === null ? null : { sentence: `${sentTo} can help you with this.` };
}
