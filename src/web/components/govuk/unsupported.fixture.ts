/** An option of the official component that ours leaves out on purpose. */
export interface Unsupported {
  readonly component: string;
  /** Path of the option in the fixture; `[]` stands for any item of a list. */
  readonly option: string;
  readonly reason: string;
  /** Examples without the option are left out, rather than those with it. */
  readonly whenMissing?: true;
  /** Only the example of that name. */
  readonly example?: string;
}

const english =
  'The words come from the component’s own English defaults; another language will come with its own pages.';
const interruption = 'The interruption variant of the panel is a page of its own that nothing in this product shows.';
const enhancedUpload = 'The drag-and-drop chooser needs script to work; the browser’s own chooser is used everywhere.';

/** Fixtures that use one of these are left out of the comparison; a line that no fixture needs fails the test. */
export const unsupported: readonly Unsupported[] = [
  { component: 'character-count', option: 'charactersUnderLimitText', reason: english },
  { component: 'character-count', option: 'charactersAtLimitText', reason: english },
  { component: 'character-count', option: 'charactersOverLimitText', reason: english },
  { component: 'character-count', option: 'wordsUnderLimitText', reason: english },
  { component: 'character-count', option: 'wordsAtLimitText', reason: english },
  { component: 'character-count', option: 'wordsOverLimitText', reason: english },
  {
    component: 'character-count',
    option: 'maxlength',
    whenMissing: true,
    reason:
      'A limit is a compile-time must here: a count of nothing helps nobody. (Limits in words are compared below.)',
  },
  { component: 'accordion', option: 'hideAllSectionsText', reason: english },
  { component: 'accordion', option: 'hideSectionText', reason: english },
  { component: 'accordion', option: 'hideSectionAriaLabelText', reason: english },
  { component: 'accordion', option: 'showAllSectionsText', reason: english },
  { component: 'accordion', option: 'showSectionText', reason: english },
  { component: 'accordion', option: 'showSectionAriaLabelText', reason: english },
  {
    component: 'date-input',
    option: 'items',
    example: 'with nested name',
    reason: 'The boxes are always called day, month and year, so that one reader in the form kit understands them all.',
  },
  {
    component: 'select',
    option: 'items',
    example: 'with falsy values',
    reason: 'A value is a string or a number: a boolean would say nothing to the reader of the form.',
  },
  { component: 'panel', option: 'actions', reason: interruption },
  { component: 'file-upload', option: 'javascript', reason: enhancedUpload },
  {
    component: 'file-upload',
    option: 'value',
    reason: 'Browsers ignore a value given to a file chooser, and so does the official template.',
  },
];
