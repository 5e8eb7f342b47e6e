/** Files of invented homes and people, as a large landlord's housing system would write them, and what people would look for. */

const first =
  'Amaka Daniel Zofia Imran Doris Chloe Owen Fatima Kwame Rosalind Viktor Jean Nadia Leon Harpreet Alan Tamsin Yusuf Eileen Beatriz'.split(
    ' ',
  );
const last =
  'Okonkwo Fletcher Kowalska Aziz Hargreaves Baptiste Pritchard Rahman Boateng Peake Lazarov Sutcliffe Karimi Marsden Gill Wetherby Rowe Abdi Corrigan Lima Smith Jones Taylor Brown'.split(
    ' ',
  );
const streets =
  'Larch Ashdown Canal Quarry Fennel Tern Foundry Orchard Station Church Victoria Mill Park Kings Queens Bridge'.split(
    ' ',
  );
const kinds = 'Street Road Court House Close Walk Row Rise Lane Gardens'.split(' ');
const towns = 'Testington Invented Bay|Nowhere Cross|Little Fiction|Exampleham'.split('|');

const of = <T>(list: readonly T[], n: number): T => list[n % list.length] as T;

/** A word of its own for each number, so that there are as many surnames and streets as a large landlord has. */
function ownWord(n: number): string {
  const letters = 'bcdfghjklmnprstvwz';
  const vowels = 'aeiou';
  let [rest, word] = [n, ''];
  for (let at = 0; at < 3; at += 1) {
    word += of([...letters], rest) + of([...vowels], Math.floor(rest / 18));
    rest = Math.floor(rest / 90);
  }
  return word.charAt(0).toUpperCase() + word.slice(1);
}

const nameOf = (n: number): string =>
  `${of(first, n)} ${n % 3 === 0 ? of(last, Math.floor(n / 20)) : `${ownWord(n * 7)}son`}`;

function addressOf(n: number): string {
  const street = Math.floor(n / 40);
  const name = street % 4 === 0 ? of(streets, street) : ownWord(street * 11);
  return `${(n % 40) + 1} ${name} ${of(kinds, street)}, ${of(towns, Math.floor(street / 50))}`;
}

const postcodeOf = (n: number): string =>
  `ZZ${10 + (Math.floor(n / 20) % 90)} ${Math.floor(n / 1800) % 10}${of([...'ABDEFGHJ'], Math.floor(n / 18_000))}${of([...'LNPQRSTU'], n % 7)}`;

export function* homeLines(count: number): Generator<string> {
  yield 'uprn,property_reference,address,postcode,building,tenure,relevant_stock,tenancy_start';
  for (let n = 0; n < count; n += 1)
    yield `${100_040_000_000 + n},P${n},"${addressOf(n)}",${postcodeOf(n)},B${Math.floor(n / 40)},social rent,yes,2019-04-01`;
}

export function* peopleLines(count: number, homes: number): Generator<string> {
  yield 'person_reference,name,email,phone,uprn';
  for (let n = 0; n < count; n += 1)
    yield `R${n},${nameOf(n)},resident.${n}@example.org,07700 ${String(n).padStart(6, '0')},${100_040_000_000 + (n % homes)}`;
}

/** What people type: whole names, surnames, beginnings of them, addresses, postcodes, numbers, a name with a street, slips of the pen. */
export function* searches(homes: number, count: number): Generator<string> {
  for (let n = 0; n < count; n += 1) {
    const one = (n * 7919) % homes;
    const [name, address] = [nameOf(one), addressOf(one)];
    const ways = [
      name,
      name.split(' ')[1] ?? name,
      name.slice(0, name.indexOf(' ') + 4),
      address.split(',')[0] ?? address,
      (address.split(',')[0] ?? address).slice(0, 9),
      postcodeOf(one),
      `${name.split(' ')[1]} ${address.split(' ')[1]}`,
      `07700 ${String(one).padStart(6, '0')}`,
      `P${one}`,
      name.replace('son', 'sen').replace('ow', 'ov'),
      of(streets, n),
      of(last, n),
    ];
    yield of(ways, n);
  }
}
