/** Why a sign-in provider's answer lets nobody in: each a plain sentence, and what would help. */

/** What went wrong between Redress and the provider. */
export type ProviderWhy =
  | 'down'
  | 'cancelled'
  | 'refused'
  | 'used'
  | 'client'
  | 'clock'
  | 'not-for-us'
  | 'not-proven-anew';

/** What is wrong with who somebody is here, or with how they came. */
export type PersonWhy =
  | 'not-begun'
  | 'settled-anew'
  | 'elsewhere'
  | 'too-many-groups'
  | 'unknown'
  | 'left'
  | 'no-role'
  | 'no-address'
  | 'address-taken'
  | 'link-over'
  | 'identity-taken'
  | 'another-person'
  | 'session-over';

export type WhyNotIn = ProviderWhy | PersonWhy;

/** Who has to do something: nobody but the person; the landlord's administrators; whoever looks after the provider or Redress. */
export type WhoHelps = 'self' | 'administrator' | 'operator';

export type SaidWhy = { title: string; sentences: readonly string[]; helps: WhoHelps };

/** The words. `provider` is what people call it: "Microsoft". */
export function sayWhyNotIn(why: WhyNotIn, provider: string): SaidWhy {
  return { ...ofProvider(provider), ...ofPerson(provider) }[why];
}

const self = (title: string, ...sentences: string[]): SaidWhy => ({ title, sentences, helps: 'self' });
const administrator = (title: string, ...sentences: string[]): SaidWhy => ({
  title,
  sentences,
  helps: 'administrator',
});
const operator = (title: string, ...sentences: string[]): SaidWhy => ({ title, sentences, helps: 'operator' });

function ofProvider(provider: string): Readonly<Record<ProviderWhy, SaidWhy>> {
  return {
    down: operator(
      `${provider} cannot be reached`,
      `Redress asked ${provider} who you are, and got no answer that it could use.`,
      'Try again in a minute. Nothing is wrong with your account here.',
    ),
    cancelled: self('You stopped signing in', `You pressed cancel at ${provider}, or did not agree to what it asked.`),
    refused: operator(`${provider} did not let you through`, `It gives no reason that Redress could pass on.`),
    used: self('This answer has been used', 'It is good once and for a short while. Sign in again.'),
    client: operator(
      `${provider} does not know Redress`,
      'The secret that Redress proves itself with is over or was changed.',
    ),
    clock: operator(
      'The clocks do not agree',
      `What ${provider} sent is not good yet, or not good any more, by the clock of the computer that Redress runs on.`,
    ),
    'not-for-us': operator(
      'This answer was not made for Redress',
      `What came back from ${provider} was made for another application or another try, so it was not used.`,
    ),
    'not-proven-anew': operator(
      `${provider} did not say that you proved anew who you are`,
      'What you wanted to do asks for that. It has to say when you last signed in there, and that has to be a few minutes ago at most.',
    ),
  };
}

function ofPerson(provider: string): Readonly<Record<PersonWhy, SaidWhy>> {
  return {
    'not-begun': self(
      'Begin again from here',
      'You took longer than a quarter of an hour, began in another browser or tab, or opened the same answer twice.',
    ),
    'settled-anew': self('Begin again from here', 'How people sign in was changed while you were on the way.'),
    elsewhere: self(
      'This is not an account of your landlord',
      `You are signed in at ${provider} with an account of somebody else's. Sign out there, and use the one from work.`,
    ),
    'too-many-groups': operator(
      'You are in too many groups',
      `${provider} leaves them all out then, so Redress cannot see which role is yours. Your roles were not changed.`,
    ),
    unknown: administrator(
      'Redress does not know you yet',
      `${provider} says who you are, and nobody here goes by that. Ask for a link, and open it to come in for the first time.`,
    ),
    left: administrator('You are recorded as having left', 'So nothing lets you in any more.'),
    'no-role': administrator(
      'You have no role in Redress',
      `${provider} puts you in no group that has one. Once you are in such a group, sign in again.`,
    ),
    'no-address': operator(
      `${provider} did not give your work address`,
      'To add you, Redress needs your name and an address that it has verified, of a domain that is yours.',
    ),
    'address-taken': administrator(
      'Your address is somebody else’s here',
      'Somebody who works here or has worked here has the same address. Ask for a link of your own.',
    ),
    'link-over': administrator('This link is not good any more', 'It was used, or is older than a week.'),
    'identity-taken': administrator(
      `This account at ${provider} is somebody else’s here`,
      'Two people cannot come in with the same one. If you used the wrong one, sign out there and open your link again.',
    ),
    'another-person': self(
      'That was another person',
      `You are in Redress as one person and showed at ${provider} that you are another. Nothing was done.`,
    ),
    'session-over': self('Your session has ended', 'Sign in, and do it again.'),
  };
}
