/** `/cases/…/referrals/…`: a sign that somebody is in danger, told to a person on duty and to nobody else (R61). */
import { type CaseFile, openCaseFile } from '../../../application/case-file.ts';
import { openReferral, type ReferralFile } from '../../../application/queries/referrals.ts';
import type { Reading } from '../../../application/reading.ts';
import { changeReferral } from '../../../application/referrals.ts';
import { seesWholeCase } from '../../../domain/access/scope.ts';
import { sayRefusal } from '../../../domain/complaint/refusals.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { formPage } from '../../forms/form-page.ts';
import type { FormView } from '../../forms/form-view.ts';
import { commandIdOf, versionSeen } from '../../forms/sent-form.ts';
import type { Html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { openViewed } from '../case/open-viewed.ts';
import { type Around, type Kind, referralForms, startForm } from './forms.ts';
import { referralView } from './view.ts';

const done: Readonly<Record<string, string>> = {
  'pass-on': 'Recorded.',
  'hand-over': 'It is with them now. Speak to them.',
  close: 'Closed.',
};

export function referralRoutes(routes: StaffRoutes): void {
  routes.get(paths.caseReferralNew.pattern, async (visit, tx) => {
    const file = await openViewed(visit, tx);
    return file === null ? null : formShown({ visit, file, dutyPersonId: null }, 'make', null);
  });
  routes.post(paths.caseReferralNew.pattern, async visit => {
    const file = await visit.read(tx => openViewed(visit, tx));
    return file === null ? null : sent({ visit, file, dutyPersonId: null }, 'make', null);
  });
  routes.get(paths.caseReferral.pattern, async (visit, tx) => {
    const opened = await openedReferral(visit, tx);
    return opened === null ? null : shown(visit, opened.file, opened.referral);
  });
  routes.get(paths.caseReferralAct.pattern, async (visit, tx) => {
    const opened = await openedReferral(visit, tx);
    const kind = kindIn(visit);
    if (opened === null || kind === null) return null;
    const { file, referral } = opened;
    if (referral.referral.closed !== null) return shown(visit, file, referral);
    return formShown(aroundOf(visit, opened), kind, referral);
  });
  routes.post(paths.caseReferralAct.pattern, async visit => {
    const opened = await visit.read(tx => openedReferral(visit, tx));
    const kind = kindIn(visit);
    return opened === null || kind === null ? null : sent(aroundOf(visit, opened), kind, opened.referral);
  });
}

type Opened = { file: CaseFile; referral: ReferralFile };

/**
 * The referral, if it is this person's to see, after the view has been stored. Whoever is on duty may open one in a complaint they
 * would otherwise not see.
 */
async function openedReferral(visit: Visit, tx: Reading): Promise<Opened | null> {
  const { app, viewer, params, now } = visit;
  const file = await openCaseFile(app, tx, viewer, null, params['reference'] ?? '');
  if (file === null) return null;
  const referral = await openReferral(tx, file, viewer, params['referral'] ?? '');
  if (referral === null) return null;
  const what = `referral:${referral.referralId}`;
  await app.accessLog.record(viewer.landlordId, { personId: viewer.personId, caseId: file.caseId, what, seenAt: now });
  return { file, referral };
}

function aroundOf(visit: Visit, { file, referral }: Opened): Around {
  return { visit, file, dutyPersonId: referral.referral.dutyPersonId };
}

function kindIn({ params }: Visit): Exclude<Kind, 'make'> | null {
  const { act } = params;
  return act === 'pass-on' || act === 'hand-over' || act === 'close' ? act : null;
}

async function sent(around: Around, kind: Kind, referral: ReferralFile | null): Promise<Answer> {
  const { visit, file } = around;
  const read = referralForms[kind].read(around);
  if (!('act' in read)) return { status: 422, html: formShown(around, kind, referral, read.wrong) };
  const referralId = referral?.referralId ?? null;
  // Who was told what is an entry of its own, whatever else was recorded meanwhile.
  const minded = kind === 'pass-on' ? null : versionSeen(visit.body);
  const commandId = commandIdOf(visit.body);
  const asked = { caseId: file.caseId, referralId, versionSeen: minded, act: read.act, commandId };
  const outcome = await changeReferral(visit.app, visit.viewer, asked);
  const { reference } = file;
  if (outcome.kind !== 'done') {
    const { why, instead: allowed } =
      outcome.kind === 'refused' ? sayRefusal(outcome.refusal) : otherwise[outcome.kind];
    const wrong = read.form.withErrors({ field: undefined, text: why });
    const panel = refusalPanel({ sentence: why, allowed });
    const html = formShown(around, kind, referral, wrong, panel);
    return { status: outcome.kind === 'refused' ? 422 : 409, html };
  }
  if (kind === 'make') return { redirect: withQuery(paths.case({ reference }), { done: 'referral' }) };
  const here = paths.caseReferral({ reference, referral: referralId ?? '' });
  return { redirect: withQuery(here, { done: kind }) };
}

const instead =
  'Look at the referral in another window. What you typed is below, and is recorded if you send it again.';
const otherwise = {
  changed: {
    why: 'Nothing was recorded: somebody else changed the referral while you were filling in the form.',
    instead,
  },
  'other-sent': { why: 'Nothing was recorded: you sent this form before, with something else in it.', instead },
};

function formShown(around: Around, kind: Kind, referral: ReferralFile | null, form?: FormView, above?: Html): Html {
  const { visit, file } = around;
  const { title, hint, submit, fields } = referralForms[kind];
  const { reference } = file;
  const id = referral?.referralId ?? null;
  const filled = form ?? startForm(around);
  const content = formPage({
    title,
    caption: `Complaint ${reference}, ${file.name}`,
    hint,
    action:
      id === null
        ? paths.caseReferralNew({ reference })
        : paths.caseReferralAct({ reference, referral: id, act: kind }),
    seal: visit.seal(referral?.referral.version),
    fields: fields(filled, around),
    submit,
    cancelHref: id === null ? paths.case({ reference }) : paths.caseReferral({ reference, referral: id }),
    above,
  });
  return visit.page({ title, content, errors: filled.summary(), nav: { current: 'cases' }, width: 'reading' });
}

function shown(visit: Visit, file: CaseFile, referral: ReferralFile): Html {
  return visit.page({
    title: `Restricted referral ${file.reference}`,
    content: referralView(file, referral, visit.now, seesWholeCase(visit.scope, file.state)),
    done: done[visit.query['done'] ?? ''],
    nav: { current: 'cases' },
    width: 'reading',
  });
}
