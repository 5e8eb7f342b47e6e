/** For whoever hands work out: who is away today, and work of those who have left, which is nobody's until it is handed over (R69). */
import type { Landlord } from '../../../application/landlord.ts';
import type { LocalDate } from '../../../domain/calendar/dates.ts';
import { awayOn, sayAway } from '../../../domain/staff/absence.ts';
import type { Load } from '../../../domain/staff/load.ts';
import { tag } from '../../components/govuk/tag.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import { sayLoad } from '../team/say-load.ts';

type Props = { landlord: Landlord; loads: ReadonlyMap<string, Load>; today: LocalDate };

export function peopleToThinkOf({ landlord, loads, today }: Props): Html {
  const { staff } = landlord;
  const gone = staff.filter(one => !one.active && loads.has(one.personId));
  const away = staff.flatMap(person => {
    const absence = person.active ? awayOn(person, today) : null;
    return absence === null ? [] : [{ person, absence }];
  });
  if (gone.length + away.length === 0) return html``;
  const name = (id: string | null): string => staff.find(one => one.personId === id)?.name ?? 'nobody';
  return html`<section aria-labelledby="people"><h2 class="govuk-heading-m" id="people">Who is not here</h2>
<ul class="govuk-list govuk-list--spaced">${gone.map(
    person =>
      html`<li>${tag({ text: 'Has left', colour: 'red' })} <strong>${person.name}</strong> still holds work: ${sayLoad(loads.get(person.personId))} ${handOver(person)}</li>`,
  )}${away.map(
    ({ person, absence }) =>
      html`<li>${tag({ text: 'Away', colour: 'yellow' })} <strong>${person.name}</strong>, ${sayAway(absence, today)}; ${name(absence.coverId)} covers. ${sayLoad(loads.get(person.personId))} ${handOver(person)}</li>`,
  )}</ul></section>`;
}

function handOver({ personId, name }: Landlord['staff'][number]): Html {
  return html`<a class="govuk-link" href="${paths.teamHandOver({ person: personId })}">Hand over<span class="govuk-visually-hidden"> the work of ${name}</span></a>`;
}
