/** What an officer fills in when a complaint is logged, for the tests of that page. */
import assert from 'node:assert/strict';
import type { Fields, Visitor } from '../../../../test/staff-visitor.ts';

export const page = '/complaints/new';

/** A form as an officer fills it in. */
export const filled: Record<string, string | string[]> = {
  words: 'Nobody came on Tuesday and the tap still drips.',
  name: 'Mrs Wilhelmina Trott',
  phone: '01632 960777',
  email: '',
  relationship: 'tenant',
  address: '3 Quiet Row, Testington',
  postcode: 'zz2 3qr',
  channel: 'phone',
  'first-told': 'now',
  category: 'property-condition',
  'service-area': 'repairs',
  'at-risk': 'no',
};

/** Answers of a household of its own, so that tests do not find each other's complaints. */
let households = -1;
const surnames =
  'Abernathy Bickerstaff Chowdhury Dziedzic Eyjolfson Featherstone Grzyb Hollingsworth Ikwuemesi Jungblut Kyriakou Lockyer Mbeki Ngozi Oduya Pfitzner Quaye Rushworth Szabo Twistleton Uzun Vukovic Wojtowicz Xiberras Yeboah Zammit Ackroyd Bhattal Cwik Dhillon Echeverria Fothergill Gwozdz Huxtable Iyer Jelinek Kvist Llewellyn Mukherjee Nwosu Okpara Przybylski Quist Ravn Sxhimidt Tveit Umeh Vlk Wrzesniewski Xu Yilmaz Zuckerkandl Aust Bru Crouch Drax Elms Fitch Goff Hebb Inch Jupp Kerr Lugg Mudd Nutt Opie Pugh Quirk Rudd Sudds Tubb Udall Vance Wragg Yapp Zang'.split(
    ' ',
  );
export function household(changes: Fields = {}): Fields {
  households += 1;
  const surname = surnames[households] ?? assert.fail('more names are needed');
  const name = `${surname.slice(-3)}${surname.slice(0, 2)} ${surname}`;
  const phone = `01632 96${String(1000 + households)}`;
  return {
    ...filled,
    name,
    phone,
    address: `${households} Brand New Street`,
    postcode: `ZZ${households} 9AA`,
    ...changes,
  };
}

/** Logs a complaint and gives the address of its page. */
export async function log(visitor: Visitor, fields: Fields): Promise<string> {
  const answer = await visitor.post(page, fields);
  assert.equal(answer.status, 303, answer.text);
  return answer.location ?? '';
}

/** The reference in the address of a case's page. */
export const referenceIn = (location: string) => location.match(/cases\/([^/?]+)/)?.[1] ?? '';
