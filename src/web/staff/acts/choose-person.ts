/** Staff to choose from on an act's page. */
import type { RoleId } from '../../../domain/policy/roles.ts';
import { awaySoon, sayAway } from '../../../domain/staff/absence.ts';
import type { SelectItem } from '../../components/govuk/select.ts';
import { choiceField, type FormField } from '../../forms/fields.ts';
import type { ActContext } from './act-page.ts';

/** Reads somebody who works here. Whether they may be chosen is for the domain to say, with the reason. */
export function staffField({ file }: ActContext, required: string): FormField<string> {
  return choiceField(
    file.staff.filter(person => person.active).map(person => person.personId),
    required,
  );
}

/** What somebody does here, in words. */
export function roleOf({ file }: ActContext, personId: string): string {
  const person = file.staff.find(one => one.personId === personId);
  if (person === undefined) return '';
  return person.jobTitle ?? person.roles.map(role => roleTitle(file, role)).join(', ');
}

/** Items of a list with "Choose" first. */
export function staffItems(context: ActContext, personIds: readonly string[], none = 'Choose'): SelectItem[] {
  const people = context.file.staff.filter(person => personIds.includes(person.personId));
  return [
    { value: '', text: none },
    ...people.map(person => ({
      value: person.personId,
      text: `${person.name}, ${roleOf(context, person.personId)}${awayWords(person, context)}`,
    })),
  ];
}

function roleTitle({ context }: ActContext['file'], id: RoleId): string {
  return context.policy.roles.find(role => role.id === id)?.title ?? id;
}

/** That somebody is out of office now or soon, wherever they are chosen or asked. */
function awayWords({ absences }: ActContext['file']['staff'][number], { visit, file }: ActContext): string {
  const absence = awaySoon({ absences }, visit.today);
  if (absence === null) return '';
  const cover = file.staff.find(one => one.personId === absence.coverId)?.name;
  return ` (${sayAway(absence, visit.today)}${cover === undefined ? '' : `, ${cover} covers`})`;
}
