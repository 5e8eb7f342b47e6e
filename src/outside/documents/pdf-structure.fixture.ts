/** Reads out of a PDF what people depend on who hear it. Our typesetter writes its objects in plain, so this needs no library. */

export type PdfStructure = {
  language: string;
  marked: boolean;
  /** The part of PDF/UA that the file says it keeps to. */
  pdfUa: string;
  showsTitle: boolean;
  title: string;
  created: string;
  pages: number;
  /** The tags in reading order: `H1`, `P`, `Table`, `TH`, … */
  tags: string[];
  /** Fonts, each with whether its program is in the file. */
  fonts: { name: string; embedded: boolean }[];
  bookmarks: string[];
};

export function readStructure(bytes: Uint8Array): PdfStructure {
  const pdf = Buffer.from(bytes).toString('latin1');
  const objects = new Map(
    [...pdf.matchAll(/(?:^|\n)(\d+) 0 obj\n(.*?)\nendobj/gs)].map(found => [found[1] ?? '', found[2] ?? '']),
  );
  const catalog = [...objects.values()].find(object => object.includes('/Type /Catalog')) ?? '';
  const root = [...objects.values()].find(object => object.includes('/Type /StructTreeRoot')) ?? '';
  const descriptors = [...objects.values()].filter(object => object.includes('/Type /FontDescriptor'));
  const utf8 = Buffer.from(bytes).toString('utf8');
  return {
    language: one(catalog, /\/Lang \((.*?)\)/),
    marked: /\/Marked true/.test(catalog),
    pdfUa: one(pdf, /<pdfuaid:part>(\d)</),
    showsTitle: /\/DisplayDocTitle true/.test(catalog),
    title: one(utf8, /<dc:title><rdf:Alt><rdf:li xml:lang="x-default">(.*?)</),
    created: one(pdf, /<xmp:CreateDate>(.*?)</),
    pages: [...objects.values()].filter(object => /\/Type \/Page\b(?!s)/.test(object)).length,
    tags: tagsUnder(root, objects),
    fonts: descriptors.map(object => ({
      name: one(object, /\/FontName \/(\S+)/),
      embedded: /\/FontFile[23]? \d+ 0 R/.test(object),
    })),
    bookmarks: [...pdf.matchAll(/\/Title \((.*?)\)\n {2}\/Dest/g)].map(found => found[1] ?? ''),
  };
}

function one(text: string, pattern: RegExp): string {
  return pattern.exec(text)?.[1] ?? '';
}

function tagsUnder(object: string, objects: ReadonlyMap<string, string>): string[] {
  const kids = /\/K (?:\[(.*?)\]|(\d+ 0 R))/s.exec(object);
  const numbers = [...(kids?.[1] ?? kids?.[2] ?? '').matchAll(/(\d+) 0 R/g)].map(found => found[1] ?? '');
  return numbers.flatMap(number => {
    const kid = objects.get(number) ?? '';
    const tag = one(kid, /\/S \/(\w+)/);
    return tag === '' ? [] : [tag, ...tagsUnder(kid, objects)];
  });
}
