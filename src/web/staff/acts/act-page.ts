/**
 * The one shape of every act's page: says before the work whether the act is open, asks, does it, and, when it cannot be done, says
 * why where the person is looking, with everything typed kept.
 */

import { type Ask, act, type Made, type Make, type Making, type Outcome } from '../../../application/act.ts';
import { type CaseFile, findCaseId } from '../../../application/case-file.ts';
import { filesSent } from '../../../application/files/add-files.ts';
import type { Reading } from '../../../application/reading.ts';
import { BeyondCalendar } from '../../../domain/calendar/working-days.ts';
import type { CommandOf, CommandType } from '../../../domain/complaint/commands.ts';
import { whyNot } from '../../../domain/complaint/decide.ts';
import type { Stage } from '../../../domain/complaint/events.ts';
import { type Refusal, sayRefusal } from '../../../domain/complaint/refusals.ts';
import { stageReached } from '../../../domain/complaint/stage-obligations.ts';
import type { Load } from '../../../domain/staff/load.ts';
import { button } from '../../components/govuk/button.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { chooseAgain, fileErrors, takenFiles } from '../../forms/file-field.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormError, FormView, newForm } from '../../forms/form-view.ts';
import { type RawForm, rawForm } from '../../forms/raw-form.ts';
import { type FormShape, type FormValues, readForm } from '../../forms/read-form.ts';
import { commandIdOf, payloadOf, versionSeen } from '../../forms/sent-form.ts';
import { type Html, type HtmlContent, html, type Words } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { type Answer, formField, type Visit } from '../../visit.ts';
import { caseHead } from '../case/case-head.ts';
import { openViewed } from '../case/open-viewed.ts';
import { draftFor, draftHref, keepDraft } from '../drafts/drafts.ts';
import { notDone } from './not-done.ts';

/**
 * What an act's page knows: the case, the visit, and the stage it is about (from `?stage=`, else the running one). `loads`: what each
 * colleague carries, where the page looks it up.
 */
export type ActContext = { visit: Visit; file: CaseFile; stage: Stage; loads?: ReadonlyMap<string, Load> };

export type ActDefinition<T extends CommandType, S extends FormShape> = {
  /** The last part of the address: `/cases/:reference/do/extend`. */
  act: string;
  command: T;
  title(context: ActContext): Words;
  hint?(context: ActContext): HtmlContent;
  submit: string;
  submitKind?: 'warning';
  /** What is known of the command before the form is filled in, such as the point it is about. */
  about(context: ActContext): Partial<CommandOf<T>>;
  shape(context: ActContext): S;
  /** Values to start from; a saved draft goes before them. */
  start?(context: ActContext): Readonly<Record<string, string | readonly string[]>>;
  fields(form: FormView, context: ActContext): HtmlContent;
  /** `tx` is for what has to be looked up in the act's own transaction, such as the other case of a link. */
  make(values: FormValues<S>, making: Making, context: ActContext, tx: Parameters<Make>[1]): Made | Promise<Made>;
  /** Said on the case afterwards: "Extension decided. It moves the date when the notice is sent." */
  done: string;
  /** False for what cannot clash with what anybody else did meanwhile, such as a note. */
  minds?: boolean;
  /** True where the case may be closed afterwards to whoever did it. */
  mayClose?: boolean;
  /** Where to go when it is done; the case unless said. */
  next?(context: ActContext): string;
  /** What is shown when it is done instead, where something is shown once. `again`: it was done by a press before this one. */
  finish?(context: ActContext, again: boolean): Promise<Answer>;
  /** What the form is about within the case, such as a point: its draft is kept apart from those about others. */
  subject?(context: ActContext): string | null;
  /** What must hold between the fields, each of which is right. */
  check?(values: FormValues<S>, context: ActContext): readonly FormError[];
  /** Where files may be sent with it; `required`: the sentence where there is none. */
  files?: { required?: string };
  /** More that the page has to know than the case, such as what each colleague carries. */
  looksUp?(context: ActContext, tx: Reading): Promise<ActContext>;
  /** Whether a button asked to see the form again as it is, such as "Add more rows", rather than to do the act. */
  redraw?(raw: RawForm): boolean;
};

export type ActPage = {
  act: string;
  command: CommandType;
  done: string;
  get(visit: Visit, tx: Reading): Promise<Answer>;
  post(visit: Visit): Promise<Answer>;
};

/** Makes the page of an act from its definition. */
export function actPage<T extends CommandType, S extends FormShape>(definition: ActDefinition<T, S>): ActPage {
  return {
    act: definition.act,
    command: definition.command,
    done: definition.done,
    get: (visit, tx) => showAct(definition, visit, tx),
    post: visit => doAct(definition, visit),
  };
}

async function showAct<T extends CommandType, S extends FormShape>(
  definition: ActDefinition<T, S>,
  visit: Visit,
  tx: Reading,
): Promise<Answer> {
  const file = await openViewed(visit, tx);
  if (file === null) return null;
  const bare = contextOf(visit, file);
  const context = (await definition.looksUp?.(bare, tx)) ?? bare;
  const refusal = whyNot(definition.command, context.file.state, context.file.deciding, definition.about(context));
  if (refusal !== null) return refusedPage(definition, context, refusal);
  const draft = await draftFor(visit, tx, draftName(definition, context), context.file.caseId);
  const form = draft === null ? newForm(definition.start?.(context) ?? {}) : newForm(draft.fields);
  return actForm(definition, context, form, draft);
}

async function doAct<T extends CommandType, S extends FormShape>(
  definition: ActDefinition<T, S>,
  visit: Visit,
): Promise<Answer> {
  const context = await visit.read(tx => lookedUp(definition, visit, tx));
  if (context === null) return null;
  if (formField(visit.body, saveDraftButton) !== undefined) return keptDraft(definition, context);
  const typed = rawForm(visit.body);
  if (definition.redraw?.(typed) === true) return actForm(definition, context, new FormView(typed, []), null);
  const result = readForm(definition.shape(context), visit.body, values => definition.check?.(values, context) ?? []);
  const wrong =
    definition.files === undefined ? [] : fileErrors(visit.files, visit.fileLimits, definition.files.required);
  if (!result.ok || wrong.length > 0) return again(definition, context, result.form.withErrors(...wrong));
  const ask = {
    caseId: context.file.caseId,
    versionSeen: definition.minds === false ? null : versionSeen(visit.body),
    commandId: commandIdOf(visit.body),
    payload: { ...payloadOf(result.form.raw, definition.act), ...filesSent(takenFiles(visit.files)) },
    draft: { form: draftName(definition, context), caseId: context.file.caseId },
  };
  const outcome = await asked(visit, ask, (making, tx) => definition.make(result.values, making, context, tx));
  if (outcome instanceof BeyondCalendar) {
    return again(definition, context, result.form.withErrors({ field: undefined, text: outcome.message }));
  }
  if (outcome.kind === 'done') {
    if (definition.finish !== undefined) return definition.finish(context, outcome.again);
    const next = await nextPage(definition, context);
    return { redirect: withQuery(next, { done: definition.act }) };
  }
  return notDonePage(definition, context, result.form, outcome);
}

/** The form again with what is wrong; files that were sent with it have to be chosen again. */
function again<T extends CommandType, S extends FormShape>(
  definition: ActDefinition<T, S>,
  context: ActContext,
  form: FormView,
): Answer {
  const shown = form.withErrors(...chooseAgain(context.visit.files));
  return { status: 422, html: actForm(definition, context, shown, null) };
}

async function lookedUp<T extends CommandType, S extends FormShape>(
  definition: ActDefinition<T, S>,
  visit: Visit,
  tx: Reading,
): Promise<ActContext | null> {
  const context = await actContext(visit, tx);
  return context === null ? null : ((await definition.looksUp?.(context, tx)) ?? context);
}

/** The case, or where the act leads; and one's own work where the case is not one's to see any more. */
async function nextPage<T extends CommandType, S extends FormShape>(
  { mayClose, next }: ActDefinition<T, S>,
  context: ActContext,
): Promise<string> {
  const { visit, file } = context;
  const { viewer, scope } = visit;
  if (mayClose === true) {
    const seen = await visit.read(tx => findCaseId(tx, viewer.landlordId, file.reference, scope));
    if (seen === null) return paths.myWork();
  }
  return next?.(context) ?? paths.case({ reference: file.reference });
}

/** Does the act; a date that the calendar has no data for is an answer here, not a fault. */
async function asked(visit: Visit, ask: Ask, make: Make): Promise<Outcome | BeyondCalendar> {
  try {
    return await act(visit.app, visit.viewer, ask, make);
  } catch (error) {
    if (error instanceof BeyondCalendar) return error;
    throw error;
  }
}

const saveDraftButton = 'save-draft';

/** The name a form's draft is kept under: the act, what it is about, and the stage where that is the second. */
export function draftNameFor(act: string, subject: string | null, stage: Stage): string {
  return [act, ...(subject === null ? [] : [subject]), ...(stage === 2 ? ['2'] : [])].join('-');
}

function draftName<T extends CommandType, S extends FormShape>(
  definition: ActDefinition<T, S>,
  context: ActContext,
): string {
  return draftNameFor(definition.act, definition.subject?.(context) ?? null, context.stage);
}

/** Saves what was typed without sending it, for browsers without our script, and shows the page again with it. */
async function keptDraft<T extends CommandType, S extends FormShape>(
  definition: ActDefinition<T, S>,
  context: ActContext,
): Promise<Answer> {
  const { visit, file } = context;
  await keepDraft(visit, draftName(definition, context), file.caseId, saveDraftButton);
  return { redirect: visit.request.url };
}

/** The case in the address and the stage in the query; the running stage where none is named. */
export async function actContext(visit: Visit, tx: Reading): Promise<ActContext | null> {
  const file = await openViewed(visit, tx);
  return file === null ? null : contextOf(visit, file);
}

/** The same for a case that is open already. */
export function contextOf(visit: Visit, file: CaseFile): ActContext {
  const asked = visit.query['stage'];
  const running = stageReached(file.state.timeline, file.context);
  return { visit, file, stage: asked === '1' ? 1 : asked === '2' ? 2 : running };
}

function refusedPage<T extends CommandType, S extends FormShape>(
  definition: ActDefinition<T, S>,
  context: ActContext,
  refusal: Refusal,
): Html {
  const { why, instead } = sayRefusal(refusal);
  const back = paths.case({ reference: context.file.reference });
  return framed(
    definition,
    context,
    html`<h1 class="govuk-heading-l">${definition.title(context)}</h1>
${refusalPanel({ sentence: why, allowed: instead })}
${button({ text: 'Back to the complaint', href: back, classes: 'govuk-button--secondary' })}`,
  );
}

function actForm<T extends CommandType, S extends FormShape>(
  definition: ActDefinition<T, S>,
  context: ActContext,
  form: FormView,
  draft: { href: string; savedAt?: string | undefined } | null,
  above?: HtmlContent,
): Html {
  const { visit, file } = context;
  const content = formPage({
    title: definition.title(context),
    hint: definition.hint?.(context),
    action: visit.request.url,
    seal: visit.seal(file.state.version),
    fields: definition.fields(form, context),
    submit: definition.submit,
    submitKind: definition.submitKind,
    cancelHref: paths.case({ reference: file.reference }),
    draft: draft ?? { href: draftHref(draftName(definition, context), file.caseId) },
    secondary: button({ text: 'Save draft', name: saveDraftButton, value: '1', classes: 'govuk-button--secondary' }),
    above,
    multipart: definition.files !== undefined,
  });
  return framed(definition, context, content, form);
}

function framed<T extends CommandType, S extends FormShape>(
  definition: ActDefinition<T, S>,
  context: ActContext,
  content: Html,
  form?: FormView,
): Html {
  const { visit, file } = context;
  const title = definition.title(context);
  return visit.page({
    title: `${typeof title === 'string' ? title : definition.submit} – ${file.name}`,
    content,
    width: 'reading',
    errors: form?.summary(),
    sticky: caseHead(file, visit.today, { isPageHeading: false }),
    nav: { current: 'cases' },
  });
}

/** The act was not done: what the person typed stays, and above it stands why. */
function notDonePage<T extends CommandType, S extends FormShape>(
  definition: ActDefinition<T, S>,
  context: ActContext,
  form: FormView,
  outcome: Exclude<Outcome, { kind: 'done' }>,
): Answer {
  const { status, sentence, panel } = notDone(outcome, context.file);
  const html = actForm(
    definition,
    context,
    form.withErrors({ field: undefined, text: sentence }, ...chooseAgain(context.visit.files)),
    null,
    panel,
  );
  return { status, html };
}
