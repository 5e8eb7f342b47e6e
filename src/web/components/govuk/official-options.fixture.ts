import { type Html, html, rawHtml } from '../../html.ts';
import { type AccordionProps, accordion } from './accordion.ts';
import { type BackLinkProps, backLink } from './back-link.ts';
import { type BreadcrumbsProps, breadcrumbs } from './breadcrumbs.ts';
import { button, type PushButtonProps } from './button.ts';
import { type CharacterCountProps, characterCount } from './character-count.ts';
import { type CheckboxesProps, checkboxes } from './checkboxes.ts';
import type { ChoiceItem } from './choices.ts';
import { type DateInputProps, dateInput } from './date-input.ts';
import { type DetailsProps, details } from './details.ts';
import { type ErrorMessageProps, errorMessage } from './error-message.ts';
import { type ErrorSummaryProps, errorSummary } from './error-summary.ts';
import { type FieldsetProps, fieldset } from './fieldset.ts';
import { type FileUploadProps, fileUpload } from './file-upload.ts';
import { hint } from './hint.ts';
import { type InsetTextProps, insetText } from './inset-text.ts';
import { type LabelProps, label } from './label.ts';
import { type NotificationBannerProps, notificationBanner } from './notification-banner.ts';
import { type PaginationProps, pagination } from './pagination.ts';
import { type PanelProps, panel } from './panel.ts';
import { type PhaseBannerProps, phaseBanner } from './phase-banner.ts';
import { type RadiosProps, radios } from './radios.ts';
import { type SelectProps, select } from './select.ts';
import { type SkipLinkProps, skipLink } from './skip-link.ts';
import { type SummaryListProps, summaryList } from './summary-list.ts';
import { type TableProps, table } from './table.ts';
import { type Tab, type TabsProps, tabs } from './tabs.ts';
import { type TagProps, tag } from './tag.ts';
import { type TextInputProps, textInput } from './text-input.ts';
import { type TextareaProps, textarea } from './textarea.ts';
import { type WarningTextProps, warningText } from './warning-text.ts';
import type { WordsProps } from './words.ts';

export interface Options {
  readonly html?: unknown;
  readonly text?: unknown;
  readonly id?: unknown;
  readonly for?: unknown;
  readonly name?: unknown;
  readonly items?: unknown;
  readonly panel?: unknown;
  readonly attributes?: unknown;
  readonly heading?: unknown;
  readonly content?: unknown;
  readonly summary?: unknown;
  readonly expanded?: unknown;
  readonly values?: unknown;
  readonly conditional?: unknown;
  readonly countMessage?: unknown;
  readonly [option: string]: unknown;
}
export type Drawing = (options: Options) => Html;

/** Official names whose meaning ours has under another name. */
const renamed: { readonly [official: string]: string } = {
  titleText: 'title',
  titleHtml: 'title',
  summaryText: 'summary',
  summaryHtml: 'summary',
  descriptionText: 'description',
  descriptionHtml: 'description',
  errorMessage: 'error',
  errorList: 'errors',
  textareaDescriptionText: 'limitText',
  inputWrapper: 'wrapper',
  beforeInput: 'before',
  afterInput: 'after',
  beforeInputs: 'before',
  afterInputs: 'after',
};

const oneOrTheOther: { readonly [official: string]: true } = {
  titleText: true,
  summaryText: true,
  descriptionText: true,
};

function translate(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(translate);
  if (typeof value !== 'object' || value === null) return value;
  const options = value as Options;
  const out: Record<string, unknown> & { text?: string | Html } = {};
  for (const [name, inner] of Object.entries(options)) {
    if (name === 'attributes') out[name] = inner;
    else if (name === 'html' || name === 'text') continue;
    else if (name.endsWith('Html')) out[renamed[name] ?? name] = rawHtml(String(inner));
    else if (!(oneOrTheOther[name] && options[name.replace('Text', 'Html')]))
      out[renamed[name] ?? name] = translate(inner);
  }
  if (options.html) out.text = rawHtml(String(options.html).trim());
  else if (options.text !== undefined) out.text = String(options.text);
  return out;
}

/** In the official options a group of words may be an object; in ours it is the words themselves. */
function wordsIn(value: unknown): string | Html {
  const words = (translate(value) as { readonly text?: string | Html } | undefined)?.text;
  return words ?? '';
}

function list(value: unknown): readonly Options[] {
  return Array.isArray(value) ? (value as readonly Options[]) : [];
}

function radioOptions(options: Options): RadiosProps & CheckboxesProps {
  const props = translate(options) as RadiosProps & CheckboxesProps;
  const items = list(options.items).map(item => {
    if (!item) return item;
    const conditional = item.conditional as Options | undefined;
    const content = conditional?.html;
    return { ...(translate(item) as ChoiceItem), conditional: content ? rawHtml(String(content)) : undefined };
  });
  return { ...props, items };
}

function dateOptions(options: Options): DateInputProps {
  const props = translate(options) as DateInputProps;
  const prefix = props.namePrefix === undefined ? '' : `${props.namePrefix}-`;
  const values = (options.values ?? {}) as { readonly [name: string]: string };
  const part = (name: 'day' | 'month' | 'year') => {
    const item = list(options.items).find(one => one.name === name);
    const own = (options[name] ?? {}) as Options;
    const boxName = (own.name as string | undefined) ?? name;
    const { value = values[prefix + boxName] ?? values[name], ...rest } = { ...own, ...item };
    return { ...rest, value };
  };
  const named = list(options.items).map(item => item?.name);
  const parts = (['day', 'month', 'year'] as const).filter(
    one => options[one] !== false && (named.length === 0 || named.includes(one)),
  );
  return { ...props, parts, day: part('day'), month: part('month'), year: part('year') } as DateInputProps;
}

function tabOptions(options: Options): TabsProps {
  const items = list(options.items).map(item => {
    if (!item) return null;
    const own = item.panel as Options;
    return { ...item, panel: wordsIn(own), panelAttributes: own.attributes } as Tab;
  });
  return { ...(translate(options) as TabsProps), items };
}

function accordionOptions(options: Options): AccordionProps {
  const items = list(options.items).map(
    item =>
      item && {
        heading: wordsIn(item.heading),
        content: wordsIn(item.content),
        summary: item.summary ? wordsIn(item.summary) : undefined,
        expanded: item.expanded === true,
      },
  );
  return { ...(translate(options) as AccordionProps), items };
}

function pageOptions(options: Options): PaginationProps {
  const items = list(options.items).map(item => (item && Object.keys(item).length > 0 ? item : null));
  return {
    ...(translate(options) as PaginationProps),
    ...(options.items ? { items: items as PaginationProps['items'] } : {}),
  };
}

/** For each component, how its official options are said in ours. */
export const drawings: { readonly [component: string]: Drawing } = {
  accordion: o => accordion(accordionOptions(o)),
  'back-link': o => backLink({ href: '#', ...(translate(o) as Partial<BackLinkProps>) }),
  breadcrumbs: o => breadcrumbs(translate(o) as BreadcrumbsProps),
  button: o => button(translate(o) as PushButtonProps),
  'character-count': o =>
    characterCount({
      ...(translate(o) as CharacterCountProps),
      countMessageClasses: (o.countMessage as { readonly classes?: string } | undefined)?.classes,
    }),
  checkboxes: o => checkboxes(radioOptions(o)),
  'date-input': o => dateInput(dateOptions(o)),
  details: o => details({ ...(translate(o) as DetailsProps), content: wordsIn(o) }),
  'error-message': o => errorMessage(translate(o) as ErrorMessageProps, o.id as string | undefined),
  'error-summary': o => errorSummary({ errors: [], ...(translate(o) as Partial<ErrorSummaryProps>) }),
  fieldset: o => fieldset({ ...(translate(o) as FieldsetProps), content: html`${wordsIn(o)}` }),
  'file-upload': o => fileUpload(translate(o) as FileUploadProps),
  hint: o => hint(translate(o) as WordsProps, o.id as string | undefined),
  input: o => textInput(translate(o) as TextInputProps),
  'inset-text': o => insetText({ ...(translate(o) as InsetTextProps), text: wordsIn(o) }),
  label: o => label({ text: '', ...(translate(o) as Partial<LabelProps>) }, o.for as string | undefined),
  'notification-banner': o => notificationBanner(translate(o) as NotificationBannerProps),
  pagination: o => pagination(pageOptions(o)),
  panel: o => panel(translate(o) as PanelProps),
  'phase-banner': o =>
    phaseBanner({ tag: { text: '' }, ...(translate(o) as Partial<PhaseBannerProps>), text: wordsIn(o) }),
  radios: o => radios(radioOptions(o)),
  select: o => select({ ...(translate(o) as SelectProps), items: list(o.items) as SelectProps['items'] }),
  'skip-link': o => skipLink(translate(o) as SkipLinkProps),
  'summary-list': o => summaryList(translate(o) as SummaryListProps),
  table: o => table(translate(o) as TableProps),
  tabs: o => tabs(tabOptions(o)),
  tag: o => tag(translate(o) as TagProps),
  textarea: o => textarea(translate(o) as TextareaProps),
  'warning-text': o => warningText(translate(o) as WarningTextProps),
};
