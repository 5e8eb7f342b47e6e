/** Drafts behind forms: where one is kept, what was in it, and the route that the page's script saves to. */
import { forgetDrafts, latestDraft, saveDraft } from '../../../application/drafts.ts';
import type { Reading } from '../../../application/reading.ts';
import { isId } from '../../../domain/ids.ts';
import { hiddenFields } from '../../forms/form-page.ts';
import { rawForm } from '../../forms/raw-form.ts';
import { html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { StaffRoutes, Visit } from '../../visit.ts';

export type ShownDraft = {
  href: string;
  savedAt?: string;
  fields: Readonly<Record<string, string | readonly string[]>>;
};

/** The address a form's draft is saved to. */
export function draftHref(form: string, caseId: string | null): string {
  return withQuery(paths.draft({ draft: crypto.randomUUID() }), { form, case: caseId });
}

/**
 * This person's latest draft of a form, ready for `newForm` and `formPage`; null where there is none. What is typed from here on is
 * kept apart from it: another tab may still be writing in the first.
 */
export async function draftFor(
  visit: Visit,
  tx: Reading,
  form: string,
  caseId: string | null,
): Promise<ShownDraft | null> {
  const draft = await latestDraft(tx, visit.viewer, { form, caseId });
  if (draft === null) return null;
  return { href: draftHref(form, caseId), savedAt: draft.savedAt, fields: draft.fields };
}

/** Keeps what was typed as this person's draft of a form; `button` is what was pressed to save it, and no part of it. */
export async function keepDraft(visit: Visit, form: string, caseId: string | null, button: string): Promise<void> {
  const known = await visit.read(tx => latestDraft(tx, visit.viewer, { form, caseId }));
  const typed = typedFields(visit.body).filter(([name]) => name !== button);
  const draftId = known?.draftId ?? crypto.randomUUID();
  await saveDraft(visit.app, visit.viewer, draftId, { form, caseId }, Object.fromEntries(typed));
}

/** What a form holds besides its seal. */
function typedFields(body: unknown): [string, readonly string[]][] {
  const hidden: readonly string[] = Object.values(hiddenFields);
  return [...rawForm(body)].filter(([name]) => !hidden.includes(name));
}

/** The form was sent: its drafts are no longer needed. */
export function forgetDraft(visit: Visit, form: string, caseId: string | null): Promise<void> {
  return forgetDrafts(visit.app, visit.viewer, { form, caseId });
}

/** `POST /drafts/:draft`: keeps what was typed and answers when, for the line below the form. */
export function draftRoutes(routes: StaffRoutes): void {
  routes.post(paths.draft.pattern, async visit => {
    const draftId = visit.params['draft'] ?? '';
    const caseId = visit.query['case'] ?? null;
    const form = visit.query['form'] ?? '';
    if (!isId(draftId) || (caseId !== null && !isId(caseId)) || !/^[a-z0-9-]{1,60}$/.test(form)) return null;
    const typed = Object.fromEntries(typedFields(visit.body));
    const savedAt = await saveDraft(visit.app, visit.viewer, draftId, { form, caseId }, typed);
    if (savedAt === null) return { status: 409, html: html`This draft is not yours.` };
    return { file: { bytes: JSON.stringify({ savedAt }), type: 'application/json', name: 'draft.json', inline: true } };
  });
}
