/** Every content item with the function that fills it and the heading it has where a landlord's wording gives none. */
import type { ContentItem } from '../policy/letter-rules.ts';
import type { Filled, LetterContext } from './context.ts';
import {
  fillContactAgreement,
  fillExtensionReason,
  fillHandler,
  fillNewDate,
  fillTargetDate,
  fillUpdateInterval,
} from './fill-arrangements.ts';
import { fillDecision, fillReasons, fillReliedOn } from './fill-findings.ts';
import { fillNextStep, fillOmbudsman, fillWhoCanHelp } from './fill-next.ts';
import { fillOutstandingActions, fillPreventRecurrence, fillRemedy } from './fill-putting-right.ts';
import { fillRefusalGround, fillRefusalReasons } from './fill-refusal.ts';
import {
  fillDefinition,
  fillExcludedPoints,
  fillOutcomeSought,
  fillResponsibility,
  fillStage,
} from './fill-understanding.ts';

/** Null: the item does not arise in this letter, and is not missing from it. */
export type Fill = (ctx: LetterContext) => Filled | null;

export const ITEMS: Record<ContentItem, { heading: string; fill: Fill }> = {
  stage: { heading: 'Where we are', fill: fillStage },
  definition: { heading: 'Your complaint', fill: fillDefinition },
  'outcome-sought': { heading: 'What you want to happen', fill: fillOutcomeSought },
  responsibility: { heading: 'What we are responsible for', fill: fillResponsibility },
  'target-date': { heading: 'When you will hear from us', fill: fillTargetDate },
  handler: { heading: 'Who is dealing with it', fill: fillHandler },
  'contact-agreement': { heading: 'How we will keep in touch', fill: fillContactAgreement },
  decision: { heading: 'Our decision', fill: fillDecision },
  reasons: { heading: 'Our reasons', fill: fillReasons },
  'relied-on': { heading: 'What we relied on', fill: fillReliedOn },
  remedy: { heading: 'Putting things right', fill: fillRemedy },
  'outstanding-actions': { heading: 'What is still to be done', fill: fillOutstandingActions },
  'prevent-recurrence': { heading: 'What we are changing', fill: fillPreventRecurrence },
  'next-step': { heading: 'If you are not satisfied', fill: fillNextStep },
  ombudsman: { heading: 'Independent help', fill: fillOmbudsman },
  'new-date': { heading: 'The new date', fill: fillNewDate },
  'extension-reason': { heading: 'Why we need more time', fill: fillExtensionReason },
  'update-interval': { heading: 'Until then', fill: fillUpdateInterval },
  'refusal-reasons': { heading: 'Our reasons', fill: fillRefusalReasons },
  'refusal-ground': { heading: 'Our decision', fill: fillRefusalGround },
  'who-can-help': { heading: 'Who can help', fill: fillWhoCanHelp },
  'excluded-points': { heading: 'What we will not consider', fill: fillExcludedPoints },
};
