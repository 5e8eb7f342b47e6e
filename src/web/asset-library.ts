import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import { adoptVendorCss } from './vendor-css.ts';

/** One file as it is served. */
export interface Asset {
  /** `/assets/<name>.<hash>.<extension>`: it may be kept for ever. */
  readonly path: string;
  readonly body: Buffer;
  readonly type: string;
}

const types: { readonly [extension: string]: string } = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const own = join(import.meta.dirname, 'assets');
const installed = createRequire(import.meta.url);
const govuk = join(dirname(installed.resolve('govuk-frontend/package.json')), 'dist/govuk');
const moj = join(dirname(installed.resolve('@ministryofjustice/frontend/package.json')), 'moj');
const fonts = join(dirname(installed.resolve('@fontsource/atkinson-hyperlegible-next/package.json')), 'files');

const fontFiles = [
  'latin-400-normal',
  'latin-400-italic',
  'latin-700-normal',
  'latin-ext-400-normal',
  'latin-ext-700-normal',
];
/** MoJ before GOV.UK, as MoJ asks for, so that GOV.UK's own components win; then ours. */
const ownSheets = [
  'tokens',
  'base',
  'controls',
  'notices',
  'forms',
  'frame',
  'menus',
  'tables',
  'lists',
  'moj',
  'case',
  'case-parts',
  'charts',
  'letter',
  'writing',
  'sign-in',
  'finder',
  'print',
];

function makeAsset(name: string, body: Buffer): Asset {
  const extension = extname(name);
  const hash = createHash('sha256').update(body).digest('hex').slice(0, 12);
  const type = types[extension];
  if (type === undefined) throw new Error(`No content type is known for the asset ${name}.`);
  return { path: `/assets/${name.slice(0, -extension.length)}.${hash}${extension}`, body, type };
}

/** Dark is one list of custom properties, used twice: where the device asks for it, and where the person chose it. */
function darkSheet(): string {
  const properties = readFileSync(join(own, 'dark.css'), 'utf8')
    .replace(/^[\s\S]*?:root\s*\{/, '')
    .replace(/\}\s*$/, '');
  return [
    `@media screen and (prefers-color-scheme:dark){:root:not([data-scheme="light"]){${properties}}}`,
    `@media screen{:root[data-scheme="dark"]{${properties}}}`,
  ].join('\n');
}

/** Every file the pages use, by its plain name. Read once, when the first page is drawn. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const assets = new Map<string, Asset>();
  const add = (name: string, body: Buffer | string): void => {
    assets.set(name, makeAsset(name, typeof body === 'string' ? Buffer.from(body) : body));
  };
  const link = (text: string): string =>
    text.replaceAll(/asset:([a-z0-9.-]+)/g, (_, name: string) => {
      const asset = assets.get(name);
      if (asset === undefined) throw new Error(`An asset refers to ${name}, which does not exist or is read later.`);
      return asset.path;
    });

  for (const file of fontFiles) {
    add(`${file}.woff2`, readFileSync(join(fonts, `atkinson-hyperlegible-next-${file}.woff2`)));
  }
  for (const file of readdirSync(join(moj, 'assets/images')).filter(name => /^icon-.*\.svg$/.test(name))) {
    add(file, readFileSync(join(moj, 'assets/images', file)));
  }
  add('icon.svg', readFileSync(join(own, 'icon.svg')));

  const icon = (file: string): string | null => assets.get(file)?.path ?? null;
  const sheets = [
    adoptVendorCss(readFileSync(join(moj, 'moj-frontend.min.css'), 'utf8'), icon),
    adoptVendorCss(readFileSync(join(govuk, 'govuk-frontend.min.css'), 'utf8'), icon),
    ...ownSheets.map(name => link(readFileSync(join(own, `${name}.css`), 'utf8'))),
    darkSheet(),
  ];
  add('redress.css', sheets.join('\n'));

  add(
    'govuk-frontend.js',
    readFileSync(join(govuk, 'govuk-frontend.min.js'), 'utf8').replace(/\/\/# sourceMappingURL=.*/, ''),
  );
  for (const script of ['js-enabled', 'shortcuts', 'drafts', 'finder', 'page', 'app']) {
    add(`${script}.js`, link(readFileSync(join(own, `${script}.js`), 'utf8')));
  }
  return assets;
}
