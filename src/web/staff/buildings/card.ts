import type { HomeBuilding } from '../../../application/queries/buildings.ts';
import { sideCard } from '../../components/redress/stat-tile.ts';
import type { Html } from '../../html.ts';
import { html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { riskOf, riskTag } from './view.ts';

/** Beside a complaint: the building its home is in, and what that means for complaints about safety (MAG-22). */
export function buildingCard(visit: Visit, { reference, building }: HomeBuilding): Html {
  if (building === null)
    return sideCard({
      title: 'The building',
      content: html`<p class="govuk-body-s">${reference}, which is not in the <a class="govuk-link" href="${paths.buildings()}">register of buildings</a> yet.</p>`,
    });
  const risk = riskOf(visit, building);
  return sideCard({
    title: 'The building',
    content: html`<p class="govuk-body-s"><a class="govuk-link" href="${paths.building({ building: building.buildingId })}">${building.name}</a> ${riskTag(risk)}</p>
<p class="govuk-body-s rd-quiet-text">${risk.sentence}</p>
${risk.is === 'yes' && html`<p class="govuk-body-s">What is said here about structural failure, the spread of fire or smoke, or how an accountable person deals with these is a building safety complaint: it is put first, and may go to the Building Safety Regulator.</p>`}`,
  });
}
