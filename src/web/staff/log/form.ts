/** What is asked when a complaint is logged, and what comes of the answers. */
import { z } from 'zod';
import type { Landlord } from '../../../application/landlord.ts';
import type { NewComplaint, Representative } from '../../../application/log-complaint.ts';
import { staffChoices } from '../../../application/staff-choices.ts';
import type { LocalDate } from '../../../domain/calendar/dates.ts';
import type { CaseFlag, NeedKind } from '../../../domain/complaint/events.ts';
import { isId } from '../../../domain/ids.ts';
import { optionalDateField, withinHolidays } from '../../forms/date-field.ts';
import {
  choiceField,
  choicesField,
  emailField,
  type FormField,
  lineField,
  longTextField,
  optionalChoiceField,
  tickField,
} from '../../forms/fields.ts';
import type { FormError } from '../../forms/form-view.ts';
import { oneValue } from '../../forms/raw-form.ts';
import type { FormValues } from '../../forms/read-form.ts';
import type { Visit } from '../../visit.ts';
import { toldTos } from './told-to.ts';

export const needKinds: readonly NeedKind[] = [
  'large-print',
  'braille',
  'language',
  'easy-read',
  'audio',
  'sign-language',
  'hearing',
  'mobility',
  'contact',
  'health',
  'other',
];

/** Sensitive matters in words, in the order in which they are offered; safety has a question of its own. */
export const flagWords: Readonly<Record<Exclude<CaseFlag, 'safety'>, string>> = {
  vulnerable: 'A vulnerable person',
  minor: 'A child or young person',
  'serious-injury': 'A serious injury',
  discrimination: 'Racism or another discrimination',
  'data-protection': 'Personal data',
  legal: 'A legal matter',
  'other-serious': 'Another serious matter',
  'about-complaints-team': 'Somebody in the complaints team is complained of',
  'about-head-or-director': 'A head of service or a director is complained of',
};

const flags = Object.keys(flagWords) as Exclude<CaseFlag, 'safety'>[];
const boxes = ['received-day', 'received-month', 'received-year'];

/** Today, or an earlier day; a date beside "Today" would be an answer that is dropped, so it is asked about. */
export const firstTold: FormField<'now' | 'earlier'> = {
  pick(raw, name) {
    const told = oneValue(raw, name);
    return told === 'now' && boxes.some(box => oneValue(raw, box) !== '') ? 'both' : told;
  },
  schema: z.enum(['now', 'earlier'], {
    error: ({ input }) =>
      input === 'both' ? 'Choose “Earlier”, or clear the date below it' : 'Choose when they first told anybody',
  }),
};

/** The id of somebody or a home that was found; null where none was. */
const foundField: FormField<string | null> = {
  pick: (raw, name) => oneValue(raw, name) || null,
  schema: z.string().refine(isId, { error: 'Find them again: what was chosen cannot be read' }).nullable(),
};

/** A date that counts only where "Earlier" was chosen. */
export function onlyWhereEarlier(date: FormField<LocalDate | null>): FormField<LocalDate | null> {
  return { ...date, pick: (raw, name) => date.pick(oneValue(raw, 'first-told') === 'earlier' ? raw : new Map(), name) };
}

/** The fields, from the landlord's pack: who may complain (MAG-01, MGL-12) and how (MAG-04) are its own lists. */
export function logShape({ landlord, today }: Pick<Visit, 'landlord' | 'today'>): ReturnType<typeof makeShape> {
  // A landlord stays the same thing while nothing about it, and not the day, changes.
  const known = shapes.get(landlord);
  if (known !== undefined) return known;
  const shape = makeShape(landlord, today);
  shapes.set(landlord, shape);
  return shape;
}

const shapes = new WeakMap<Landlord, ReturnType<typeof makeShape>>();

function makeShape(landlord: Landlord, today: LocalDate) {
  const { policy, calendar } = landlord;
  const staffIds = staffChoices(landlord).map(one => one.personId);
  const ids = (list: readonly { id: string }[]) => list.map(one => one.id);
  return {
    words: longTextField({ label: 'Their own words', required: 'Enter what they told us, in their own words' }),
    name: lineField({ label: 'Name', required: 'Enter who complains', max: 200 }),
    relationship: choiceField(ids(policy.complainants.filter(one => one.mayComplain)), 'Choose who they are to us'),
    phone: lineField({ label: 'Phone', max: 60 }),
    email: emailField({ label: 'Email' }),
    address: lineField({ label: 'Address', max: 300 }),
    postcode: lineField({ label: 'Postcode', max: 12 }),
    channel: choiceField(ids(policy.channels), 'Choose how they told us'),
    'first-told': firstTold,
    received: onlyWhereEarlier(
      optionalDateField({
        ...withinHolidays('The day they first told anybody', calendar),
        today,
        when: 'past',
      }),
    ),
    'told-to': optionalChoiceField(toldTos),
    category: choiceField(ids(policy.categories), 'Choose what it is about'),
    'service-area': choiceField(ids(policy.serviceAreas), 'Choose which service it is about'),
    contractor: lineField({ label: 'Contractor', max: 200 }),
    'at-risk': choiceField(['no', 'yes'], 'Say whether anybody is at risk'),
    needs: choicesField(needKinds),
    'need-details': lineField({ label: 'What they need', max: 500 }),
    'rep-name': lineField({ label: 'Representative’s name', max: 200 }),
    'rep-phone': lineField({ label: 'Representative’s phone', max: 60 }),
    'rep-email': emailField({ label: 'Representative’s email' }),
    'rep-authority': tickField(),
    'rep-evidence': lineField({ label: 'What shows the authority', max: 500 }),
    flags: choicesField(flags),
    'about-1': optionalChoiceField(staffIds),
    'about-2': optionalChoiceField(staffIds),
    /** The record of dissatisfaction that becomes this complaint. */
    dissatisfaction: lineField({ label: 'The record of dissatisfaction', max: 40 }),
    /** Who was found, and in which home, where somebody was. */
    resident: foundField,
    home: foundField,
    /** The contact that becomes this complaint. */
    contact: lineField({ label: 'The contact', max: 40 }),
    /** The request for a service whose handling it is about. */
    'service-request': lineField({ label: 'The service request', max: 40 }),
  };
}

export type LogValues = FormValues<ReturnType<typeof logShape>>;

/** What must hold between the answers. */
export function checkLog(values: LogValues): FormError[] {
  const errors: FormError[] = [];
  const wrong = (field: string, text: string): void => void errors.push({ field, text });
  if (values.phone === '' && values.email === '' && values.address === '')
    wrong('phone', 'Give a phone number, an email address or an address, so that we can answer them');
  if (values['first-told'] === 'earlier' && values.received === null)
    wrong('received', 'Enter the day on which they first told anybody');
  if (values['first-told'] === 'earlier' && values['told-to'] === null) wrong('told-to', 'Choose whom they told first');
  if (values['need-details'] !== '' && values.needs.length === 0) wrong('needs', 'Choose what kind of need it is');
  const about = values['rep-phone'] + values['rep-email'] + values['rep-evidence'];
  if (values['rep-name'] === '' && (about !== '' || values['rep-authority']))
    wrong('rep-name', 'Enter the name of whoever complains for them');
  if (values['rep-authority'] && values['rep-evidence'] === '')
    wrong('rep-evidence', 'Say what shows the authority, such as a signed letter of a date');
  return errors;
}

/** What the officer made of the possible earlier complaints: whom it is, and what to link. */
export type EarlierChoice = { knownAs: string | null; linked: readonly string[]; requests: readonly string[] };

/** The complaint that the answers make. */
export function complaintFrom(values: LogValues, today: LocalDate, choice: EarlierChoice): NewComplaint {
  const now = values['first-told'] === 'now';
  return {
    receivedOn: now ? today : (values.received ?? today),
    channel: values.channel,
    toldTo: now ? toldNow(values.channel) : (values['told-to'] ?? 'staff'),
    complainant: {
      ...contactIn(values.name, values.email, values.phone),
      ...{ knownAs: choice.knownAs, inRegister: values.resident },
    },
    complainantType: values.relationship,
    representative: representativeIn(values),
    home:
      values.address === ''
        ? null
        : { address: values.address, postcode: values.postcode || null, inRegister: values.home },
    words: values.words,
    category: values.category,
    serviceArea: values['service-area'],
    contractor: values.contractor || null,
    complainedOf: [...new Set([values['about-1'], values['about-2']])].filter(id => id !== null),
    flags: values['at-risk'] === 'yes' ? ['safety', ...values.flags] : values.flags,
    needs: values.needs.map(kind => ({ kind, detail: values['need-details'] || 'As chosen' })),
    earlierCaseIds: choice.linked,
    splitFrom: null,
    dissatisfactionId: values.dissatisfaction || null,
    contactId: values.contact || null,
    backgroundRequestIds: choice.requests,
    serviceRequestId: isId(values['service-request']) ? values['service-request'] : null,
  };
}

function contactIn(name: string, email: string, phone: string) {
  return { name, email: email || null, phone: phone || null };
}

/** Whom somebody told who tells us now, by how they do it. */
export function toldNow(channel: string): NewComplaint['toldTo'] {
  if (channel === 'contractor') return 'contractor';
  return channel === 'phone' || channel === 'in-person' ? 'staff' : 'landlord-inbox';
}

function representativeIn(values: LogValues): Representative | null {
  if (values['rep-name'] === '') return null;
  const contact = contactIn(values['rep-name'], values['rep-email'], values['rep-phone']);
  if (!values['rep-authority']) return { ...contact, authority: null };
  return { ...contact, authority: { scope: 'full', evidence: values['rep-evidence'], until: null } };
}
