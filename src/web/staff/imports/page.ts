/** `/imports`: homes, people and staff from a spreadsheet, shown before anything is changed. */
import { applyImport } from '../../../application/imports/apply.ts';
import { type Importer, stageImport } from '../../../application/imports/stage.ts';
import { latestImports, openImport } from '../../../application/queries/imports.ts';
import type { Reading } from '../../../application/reading.ts';
import { mayImport, mayImportKind } from '../../../domain/access/register.ts';
import { isId } from '../../../domain/ids.ts';
import { type ImportKind, importKinds } from '../../../domain/register/imports.ts';
import { backLink } from '../../components/govuk/back-link.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { choiceField } from '../../forms/fields.ts';
import { FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { commandIdOf } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { type UploadedFile, UploadTooLarge } from '../../upload.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { proven } from '../prove-again.ts';
import { notTakenOf } from './download.ts';
import { oneImport, rowsShown } from './import-view.ts';
import { importsView } from './view.ts';

export function importRoutes(routes: StaffRoutes): void {
  routes.get(paths.imports.pattern, async (visit, tx) => notAllowed(visit) ?? showImports(visit, tx, newForm()));
  routes.upload(paths.imports.pattern, async (visit, file) => notAllowed(visit) ?? readFile(visit, file));
  routes.get(paths.import.pattern, async (visit, tx) => notAllowed(visit) ?? showOne(visit, tx));
  routes.post(paths.import.pattern, async visit => notAllowed(visit) ?? apply(visit));
  routes.get(paths.importRejected.pattern, async (visit, tx) => notAllowed(visit) ?? download(visit, tx));
}

function kindsFor({ viewer, landlord }: Visit): ImportKind[] {
  return importKinds.filter(kind => mayImportKind(viewer.roles, landlord.policy, kind));
}

async function showImports(visit: Visit, tx: Reading, form: FormView): Promise<Html> {
  const runs = await latestImports(tx, visit.landlord.landlordId);
  const content = importsView({ visit, form, runs, kinds: kindsFor(visit) });
  return visit.page({ title: 'Bring in homes and people', content, errors: form.summary() });
}

const importer = ({ viewer }: Visit): Importer => ({
  landlordId: viewer.landlordId,
  actor: `person:${viewer.personId}`,
});

async function readFile(visit: Visit, file: UploadedFile | null): Promise<Answer> {
  const shape = { kind: choiceField(kindsFor(visit), 'Choose what the file holds') };
  const read = readForm(shape, visit.body);
  const form = read.ok ? read.form : read.form;
  const noFile = { field: 'file', text: 'Choose a file' };
  if (file === null || !read.ok) return refused(visit, file === null ? form.withErrors(noFile) : form);
  try {
    const given = { kind: read.values.kind, name: file.name, bytes: file.bytes };
    const staged = await stageImport(visit.app, importer(visit), given);
    if (staged.kind === 'staged') return { redirect: paths.import({ import: staged.run.importId }) };
    return refused(visit, form.withErrors({ field: 'file', text: staged.sentence }));
  } catch (error) {
    if (!(error instanceof UploadTooLarge)) throw error;
    return refused(visit, form.withErrors({ field: 'file', text: error.message }));
  }
}

async function refused(visit: Visit, form: FormView): Promise<Answer> {
  return { status: 422, html: await visit.read(tx => showImports(visit, tx, form)) };
}

const idIn = ({ params }: Visit): string | null => {
  const id = params['import'] ?? '';
  return isId(id) ? id : null;
};

async function showOne(visit: Visit, tx: Reading, form = newForm(), above?: Html): Promise<Html | null> {
  const importId = idIn(visit);
  if (importId === null) return null;
  const opened = await openImport(tx, { landlordId: visit.landlord.landlordId, importId }, rowsShown);
  if (opened === null || !mayImportKind(visit.viewer.roles, visit.landlord.policy, opened.run.kind)) return null;
  const content = oneImport({ visit, form, above, ...opened });
  const done =
    visit.query['done'] === 'applied' && opened.run.appliedAt !== null ? 'The file is brought in.' : undefined;
  const before = backLink({ text: 'All files', href: paths.imports() });
  return visit.page({ title: 'What the file changes', content, errors: form.summary(), done, before });
}

async function apply(visit: Visit): Promise<Answer> {
  const importId = idIn(visit);
  const kind =
    importId === null
      ? null
      : await visit.read(tx => openImport(tx, { landlordId: visit.landlord.landlordId, importId }, 0));
  if (importId === null || kind === null || !mayImportKind(visit.viewer.roles, visit.landlord.policy, kind.run.kind))
    return null;
  const form = new FormView(new Map(), []);
  const proof = kind.run.kind === 'staff' ? await proven(visit, form) : { ok: true as const };
  if (!proof.ok) return again(visit, 422, proof.form);
  const outcome = await applyImport(visit.app, importer(visit), importId, commandIdOf(visit.body));
  if (outcome.kind === 'none') return null;
  if (outcome.kind === 'applied')
    return { redirect: withQuery(paths.import({ import: importId }), { done: 'applied' }) };
  const sentence =
    outcome.kind === 'stopped'
      ? outcome.sentence
      : `Nothing was changed: ${outcome.lines.length === 1 ? 'one row means' : `${outcome.lines.length} rows mean`} something else since you looked (line ${outcome.lines.slice(0, 20).join(', ')}). What the file would change now is shown below.`;
  return again(visit, 409, form.withErrors({ field: undefined, text: sentence }), refusalPanel({ sentence }));
}

async function again(visit: Visit, status: number, form: FormView, above?: Html): Promise<Answer> {
  const page = await visit.read(tx => showOne(visit, tx, form, above));
  return page === null ? null : { status, html: page };
}

async function download(visit: Visit, tx: Reading): Promise<Answer> {
  const importId = idIn(visit);
  if (importId === null) return null;
  const opened = await openImport(tx, { landlordId: visit.landlord.landlordId, importId }, 0);
  if (opened === null || !mayImportKind(visit.viewer.roles, visit.landlord.policy, opened.run.kind)) return null;
  return { file: notTakenOf(visit, opened.run) };
}

function notAllowed(visit: Visit): Answer {
  const { viewer, landlord } = visit;
  if (mayImport(viewer.roles, landlord.policy)) return null;
  const titles = landlord.policy.roles.filter(role => role.may.includes('keep-register')).map(role => role.title);
  const sentence = `Homes and people are brought in by ${[...titles, 'administrators'].join(', ')}.`;
  const content = html`<h1 class="govuk-heading-l">Bring in homes and people</h1>${refusalPanel({ sentence })}`;
  return { status: 403, html: visit.page({ title: 'Bring in homes and people', content, width: 'reading' }) };
}
