/** Recording, changing, ending and going through what somebody needs: a form each, of one shape. */
import { changeNeeds, type NeedsAct } from '../../../application/needs/needs.ts';
import type { ResidentFile } from '../../../application/queries/resident-file.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { sayAdjustment } from '../../../domain/complaint/say-need.ts';
import { holding, type Need, type PersonNeeds } from '../../../domain/needs/needs.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { rawForm } from '../../forms/raw-form.ts';
import { commandIdOf, payloadOf, versionSeen } from '../../forms/sent-form.ts';
import type { Html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { endForm, type NeedForm, recordForm, reviewForm } from './need-forms.ts';
import { openedResident } from './opened.ts';

/** What a form is about. */
export type About = { visit: Visit; file: ResidentFile; need: Need | null };

export function needRoutes(routes: StaffRoutes): void {
  register(routes, paths.residentNeedNew.pattern, 'record', recordForm(false));
  register(routes, paths.residentNeedChange.pattern, 'change', recordForm(true));
  register(routes, paths.residentNeedEnd.pattern, 'end', endForm);
  register(routes, paths.residentNeedsReview.pattern, 'review', reviewForm);
}

function register(routes: StaffRoutes, pattern: string, kind: NeedsAct['kind'], form: NeedForm): void {
  routes.get(pattern, async (visit, tx) => {
    const file = await openedResident(visit, tx);
    const about = file === null ? null : aboutOf(visit, file, kind, holding);
    return about === null ? null : shown(about, form, newForm(form.start(about)));
  });
  routes.post(pattern, async visit => {
    const file = await visit.read(tx => openedResident(visit, tx));
    // A button pressed twice finds the need ended: it is for the record to say what the second press comes to.
    const about = file === null ? null : aboutOf(visit, file, kind, ({ needs }) => needs);
    return about === null ? null : sent(about, kind, form);
  });
}

/** Null where the need in the address is not among those asked for, or there is nothing to go through. */
function aboutOf(
  visit: Visit,
  file: ResidentFile,
  kind: NeedsAct['kind'],
  ofRecord: (record: PersonNeeds) => readonly Need[],
): About | null {
  const among = file.needs === null ? [] : ofRecord(file.needs.record);
  if (kind === 'record') return { visit, file, need: null };
  if (kind === 'review') return among.length === 0 ? null : { visit, file, need: null };
  const need = among.find(one => one.needId === visit.params['need']);
  return need === undefined ? null : { visit, file, need };
}

async function sent(about: About, kind: NeedsAct['kind'], form: NeedForm): Promise<Answer> {
  const { visit, file } = about;
  const read = form.read(about);
  if (!('act' in read)) return { status: 422, html: shown(about, form, read.wrong) };
  const outcome = await changeNeeds(visit.app, visit.viewer, {
    personId: file.personId,
    // A new need clashes with nothing that others recorded meanwhile.
    versionSeen: kind === 'record' ? null : versionSeen(visit.body),
    acts: [read.act],
    form: { commandId: commandIdOf(visit.body), payload: payloadOf(rawForm(visit.body), `needs-${kind}`) },
  });
  if (outcome.kind === 'done')
    return { redirect: withQuery(paths.resident({ resident: file.personId }), { done: kind }) };
  const { why, instead } = outcome.kind === 'refused' ? sayRefusal(outcome.refusal) : otherwise[outcome.kind];
  const panel = refusalPanel({ sentence: why, allowed: instead });
  const wrong = read.form.withErrors({ field: undefined, text: why });
  return { status: outcome.kind === 'refused' ? 422 : 409, html: shown(about, form, wrong, panel) };
}

const otherwise = {
  changed: {
    why: 'Somebody else changed what is recorded here while you were filling in the form. Nothing was recorded.',
    instead:
      'Look at what stands now in another window. What you typed is below, and is recorded if you send it again.',
  },
  'other-sent': {
    why: 'You already sent this form, with something else in it. The first one was kept.',
    instead: 'Look at what is recorded before you send this as well.',
  },
};

function shown(about: About, form: NeedForm, filled: FormView, above?: Html): Html {
  const { visit, file, need } = about;
  const title = form.title(need === null ? '' : sayAdjustment(need.kind));
  const content = formPage({
    title,
    caption: file.details.name,
    hint: form.hint,
    action: visit.request.url,
    seal: visit.seal(file.needs?.record.version),
    fields: form.fields(filled, about),
    submit: form.submit,
    cancelHref: paths.resident({ resident: file.personId }),
    above,
  });
  return visit.page({ title, content, errors: filled.summary(), nav: { current: 'cases' }, width: 'reading' });
}
