/** `/buildings`: the register of buildings, with what makes them higher-risk (MAG-22). */
import { recordBuilding } from '../../../application/buildings.ts';
import { allBuildings, type BuildingFile, openBuilding } from '../../../application/queries/buildings.ts';
import { whyNotBuilding } from '../../../domain/building/decide.ts';
import { backLink } from '../../components/govuk/back-link.ts';
import { refusalPanel } from '../../components/redress/refusal-panel.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { rawForm } from '../../forms/raw-form.ts';
import { commandIdOf, payloadOf, versionSeen } from '../../forms/sent-form.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, StaffRoutes, Visit } from '../../visit.ts';
import { buildingForm } from './edit-view.ts';
import { readBuilding, valuesOf } from './form.ts';
import { buildingsView, buildingView } from './view.ts';

const formName = 'building';

export function buildingRoutes(routes: StaffRoutes): void {
  routes.get(paths.buildings.pattern, async (visit, tx) => {
    const buildings = await allBuildings(tx, visit.landlord.landlordId);
    return visit.page({ title: 'Buildings', content: buildingsView(visit, buildings) });
  });
  routes.get(paths.buildingNew.pattern, async visit => notAllowed(visit) ?? asking(visit, null, newForm()));
  routes.post(paths.buildingNew.pattern, async visit => notAllowed(visit) ?? sent(visit, null));
  routes.get(paths.building.pattern, async (visit, tx) => {
    const file = await openBuilding(tx, visit.landlord.landlordId, visit.params['building'] ?? '');
    if (file === null) return null;
    const done = visit.query['done'] === 'recorded' ? 'Recorded.' : undefined;
    const before = backLink({ text: 'All buildings', href: paths.buildings() });
    return visit.page({ title: file.facts.name, content: buildingView(visit, file), done, before });
  });
  routes.get(paths.buildingEdit.pattern, async (visit, tx) => {
    const file = await openBuilding(tx, visit.landlord.landlordId, visit.params['building'] ?? '');
    return file === null ? null : (notAllowed(visit) ?? asking(visit, file, newForm(valuesOf(file.facts))));
  });
  routes.post(paths.buildingEdit.pattern, async visit => {
    const file = await fileOf(visit);
    return file === null ? null : (notAllowed(visit) ?? sent(visit, file));
  });
}

const fileOf = (visit: Visit): Promise<BuildingFile | null> =>
  visit.read(tx => openBuilding(tx, visit.landlord.landlordId, visit.params['building'] ?? ''));

async function sent(visit: Visit, file: BuildingFile | null): Promise<Answer> {
  const read = readBuilding(visit);
  if (!read.ok) return { status: 422, html: asking(visit, file, read.form) };
  const at =
    file === null ? null : { buildingId: file.buildingId, versionSeen: versionSeen(visit.body) ?? file.version };
  const form = { commandId: commandIdOf(visit.body), payload: payloadOf(rawForm(visit.body), formName) };
  const outcome = await recordBuilding(visit.app, visit.viewer, read.building, at, form);
  if (outcome.kind === 'done')
    return { redirect: withQuery(paths.building({ building: outcome.buildingId }), { done: 'recorded' }) };
  const status = outcome.kind === 'stopped' ? 422 : 409;
  const sentence =
    outcome.kind === 'stopped'
      ? outcome.sentence
      : outcome.kind === 'changed'
        ? 'Somebody else changed this building since you opened the form. Nothing was changed. What you typed is below: hold it against the building as it is now, then send it again.'
        : 'You already sent this form, with something else in it. The first one was kept.';
  const fresh = outcome.kind === 'changed' ? await fileOf(visit) : file;
  return {
    status,
    html: asking(visit, fresh, read.form.withErrors({ field: undefined, text: sentence }), refusalPanel({ sentence })),
  };
}

function asking(visit: Visit, file: BuildingFile | null, form: FormView, above?: Html): Html {
  const content = buildingForm(visit, file, form, above);
  const title = file === null ? 'Record a building' : `Change ${file.facts.name}`;
  return visit.page({ title, content, errors: form.summary(), width: 'reading' });
}

function notAllowed({ viewer, landlord, page }: Visit): Answer {
  const sentence = whyNotBuilding({ policy: landlord.policy, roles: viewer.roles });
  if (sentence === null) return null;
  const allowed = html`You can <a class="govuk-link" href="${paths.buildings()}">look at the buildings</a>.`;
  const content = html`<h1 class="govuk-heading-l">Buildings</h1>${refusalPanel({ sentence, allowed })}`;
  return { status: 403, html: page({ title: 'Buildings', content, width: 'reading' }) };
}
