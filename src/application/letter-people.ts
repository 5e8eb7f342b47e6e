/** Everybody a letter may name, with what the letter may say of them: staff with role and address, residents with theirs. */
import type { HandedOver, PersonId } from '../domain/complaint/events.ts';
import { needsOf, notFollowed } from '../domain/complaint/follow-needs.ts';
import { barredBy, limitsOf } from '../domain/complaint/safe-contact.ts';
import type { CaseState } from '../domain/complaint/state.ts';
import type { LetterPerson } from '../domain/letters/letter-input.ts';
import type { StaffMember } from '../storage/cases/staff.ts';
import type { CaseFile } from './case-file.ts';

/** The people of a case by id. Whoever left stays named in old letters. */
export function letterPeople(file: CaseFile): Record<PersonId, LetterPerson> {
  const staff = file.staff.map(member => [member.personId, staffPerson(member, file)] as const);
  const residents = [...file.residents.keys()].map(id => [id, resident(file, id)] as const);
  return Object.fromEntries([...staff, ...residents]);
}

function staffPerson(member: StaffMember, { context }: CaseFile): LetterPerson {
  const { name, email, jobTitle, roles } = member;
  const role = jobTitle ?? context.policy.roles.find(one => roles.includes(one.id))?.title;
  return { name, ...(role === undefined ? {} : { role }), ...(email === null ? {} : { email }) };
}

/** A resident without an address of their own is written to at the home the complaint is about. */
function resident(file: CaseFile, id: PersonId): LetterPerson {
  const details = file.residents.get(id);
  if (details === undefined) return { name: '' };
  const { name, email, phone } = details;
  return {
    name,
    addressLines: postalLines(file, id),
    ...(email === null ? {} : { email }),
    ...(phone === null ? {} : { phone }),
  };
}

function postalLines(file: CaseFile, id: PersonId): readonly string[] {
  const { state } = file;
  const own = file.residents.get(id)?.addressLines ?? [];
  if (id === state.complainantId && state.death !== null) return careOf(file) ?? (own.length > 0 ? own : atHome(file));
  if (id === state.complainantId && state.moves.at(-1)?.addressKnown === false) return [];
  return own.length > 0 || id !== state.complainantId ? own : atHome(file);
}

function atHome({ address }: CaseFile): readonly string[] {
  return (address ?? '')
    .split(/[\n,]+/)
    .map(line => line.trim())
    .filter(line => line !== '');
}

/** The estate is written to at whoever may be asked, where their address is known (R62). */
function careOf({ state, residents }: CaseFile): readonly string[] | null {
  const contact = residents.get(state.death?.contactId ?? '');
  if (contact === undefined || contact.addressLines.length === 0) return null;
  return [`c/o ${contact.name}`, ...contact.addressLines];
}

/** Where somebody can be written to. */
export type Ways = { email: string | null; post: readonly string[] };

export function waysTo(file: CaseFile, id: PersonId | null): Ways {
  if (id === null) return { email: null, post: [] };
  const dead = file.state.death !== null && id === file.state.complainantId;
  return { email: dead ? null : (file.residents.get(id)?.email ?? null), post: postalLines(file, id) };
}

/** The one email address that is safe for somebody, where only one is; null otherwise (R60). */
export function onlyEmailOf({ state, texts }: CaseFile, id: PersonId | null): string | null {
  const held = state.safeContact.find(one => one.personId === id && one.limits.includes('only-email'));
  return held?.onlyEmail == null ? null : (texts[held.onlyEmail.textId] ?? null);
}

/**
 * The way a letter goes to somebody unless somebody says otherwise: by email where there is an address for it; only as is safe (R60),
 * and as suits them (MAG-06).
 */
export function likelyWay({ email, post }: Ways, state: CaseState, to: PersonId | null): HandedOver {
  const likely: HandedOver[] = [...(email === null ? [] : ['email' as const]), 'post', 'by-hand'];
  const first = email === null && post.length === 0 ? 'post' : (likely[0] ?? 'post');
  const limits = limitsOf(state, to);
  const safe = likely.filter(way => barredBy(limits, way) === null);
  const needs = needsOf(state, to).filter(one => one.kind === 'contact');
  return safe.find(way => notFollowed(needs, { way }).length === 0) ?? safe[0] ?? first;
}
