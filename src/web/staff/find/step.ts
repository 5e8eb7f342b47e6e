/**
 * The step of a form in which somebody or a home is looked for: works as a search without script, and keeps everything that was typed. A
 * page with `knownFinder` in its form asks `finderStep` first, and shows the form it gives.
 */
import { type KnownFound, knownEntry, knownPeople } from '../../../application/queries/known-people.ts';
import { isId } from '../../../domain/ids.ts';
import {
  type KnownResult,
  knownFinder,
  knownResults,
  finderFields as names,
} from '../../components/redress/known-finder.ts';
import { FormView } from '../../forms/form-view.ts';
import { oneValue, type RawForm } from '../../forms/raw-form.ts';
import type { Html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Visit } from '../../visit.ts';
import { sayHome, sayWho } from './say-known.ts';

export type FinderStep = { form: FormView; results: Html | null };

/** What the form becomes when somebody is looked for, chosen or let go; null where it was sent for what it is for. */
export async function finderStep(visit: Visit, raw: RawForm): Promise<FinderStep | null> {
  const use = oneValue(raw, names.use);
  if (use !== '') return chosen(visit, raw, use);
  if (raw.has(names.letGo))
    return { form: changed(raw, { [names.resident]: '', [names.home]: '', [names.chosen]: '' }), results: null };
  const sought = oneValue(raw, names.sought).trim();
  const looks = raw.has(names.look) || (sought !== '' && sought !== oneValue(raw, names.found).trim());
  if (!looks || oneValue(raw, names.chosen) !== '') return null;
  const found = await visit.read(tx => knownPeople(tx, visit.landlord.landlordId, sought));
  return {
    form: changed(raw, { [names.found]: sought }),
    results: sought === '' ? null : listOf(visit, found, sought),
  };
}

/** The part of the form: the box with what was found, or who was chosen. */
export function finderIn(form: FormView, results: Html | null): Html {
  const of = (name: string): string => oneValue(form.raw, name);
  const line = of(names.chosen);
  return knownFinder({
    ...{ sought: of(names.sought), found: of(names.found), href: paths.known(), results },
    chosen: line === '' ? null : { resident: of(names.resident), home: of(names.home), line },
  });
}

/** What was found, as the list has it. */
export function listOf(visit: Visit, { entries, more }: KnownFound, sought: string): Html {
  const results: KnownResult[] = entries.map(entry => ({
    value: entry.residentId === null ? `home:${entry.home?.homeId}` : `person:${entry.residentId}`,
    name: sayWho(entry),
    details: sayHome(entry, visit.today),
  }));
  return knownResults({ results, more, sought });
}

/** Their name and address fill the form; a way to reach them that was typed already is the newer one and stays. */
async function chosen(visit: Visit, raw: RawForm, use: string): Promise<FinderStep> {
  const [kind, id = ''] = use.split(':');
  const person = kind === 'person' && isId(id) ? id : null;
  const house = kind === 'home' && isId(id) ? id : null;
  const entry = await visit.read(tx =>
    knownEntry(tx, visit.landlord.landlordId, { residentId: person, homeId: house }),
  );
  if (entry === null) return { form: changed(raw, {}), results: null };
  const { residentId, name, home, email, phone } = entry;
  const who = name === null ? '' : `${name}, `;
  const typed = (field: string, known: string | null) => oneValue(raw, field) || (known ?? '');
  return {
    results: null,
    form: changed(raw, {
      ...{
        [names.sought]: '',
        [names.found]: '',
        [names.resident]: residentId ?? '',
        [names.home]: home?.homeId ?? '',
      },
      [names.chosen]: `${who}${sayHome(entry, visit.today)}`,
      name: name ?? typed('name', null),
      email: typed('email', email),
      phone: typed('phone', phone),
      ...(home === null ? {} : { address: home.address, postcode: home.postcode ?? '' }),
    }),
  };
}

function changed(raw: RawForm, values: Readonly<Record<string, string>>): FormView {
  const buttons: readonly string[] = [names.look, names.use, names.letGo];
  const kept = [...raw].filter(([name]) => !buttons.includes(name));
  return new FormView(
    new Map([...kept, ...Object.entries(values).map(([name, value]) => [name, [value]] as const)]),
    [],
  );
}
