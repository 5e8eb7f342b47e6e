/**
 * The style sheets of govuk-frontend and MoJ Frontend as they are distributed, made ours when they are loaded: our font
 * instead of GDS Transport (which is licensed for GOV.UK alone), sizes and a few fixed colours as custom properties, and
 * no crest. Nothing is copied into the repository, so an upgrade is a new version number and a run of the tests.
 */

const sizes: readonly (readonly [rem: string, token: string])[] = [
  ['1rem', '--rd-type-16'],
  ['1.1875rem', '--rd-type-19'],
  ['1.3125rem', '--rd-type-21'],
  ['1.5rem', '--rd-type-24'],
  ['1.6875rem', '--rd-type-27'],
  ['2rem', '--rd-type-32'],
  ['2.25rem', '--rd-type-36'],
  ['3rem', '--rd-type-48'],
];

/** Fixed colours by what they do. A colour inside `var(…, #fff)` is a fallback and is left alone. */
const colours: readonly (readonly [pattern: RegExp, token: string])[] = [
  [/(background(?:-color)?:)#f3f3f3/g, '$1var(--rd-quiet,#f3f3f3)'],
  [/(background(?:-color)?:)#fff(?=[;}])/g, '$1var(--govuk-body-background-colour,#fff)'],
  [/(background(?:-color)?:)#cecece/g, '$1var(--govuk-hover-colour,#cecece)'],
  [/([{;]color:)#0b0c0c/g, '$1var(--govuk-text-colour,#0b0c0c)'],
  [/([{;]color:)#484949/g, '$1var(--govuk-secondary-text-colour,#484949)'],
  [/inset 0 0 0 1px #(?:cecece|f3f3f3)/g, 'inset 0 0 0 1px var(--govuk-border-colour,#cecece)'],
];

/** Rewrites one distributed style sheet. `icon` gives the address of an icon by its file name, or null for one not served. */
export function adoptVendorCss(css: string, icon: (file: string) => string | null): string {
  let out = css
    .replaceAll(/@charset "UTF-8";/g, '')
    .replaceAll(/\/\*![^*]*(?:\*(?!\/)[^*]*)*\*\//g, '')
    .replaceAll(/\/\*# sourceMappingURL=[^*]*\*\//g, '')
    .replaceAll(/@font-face\{[^}]*\}/g, '')
    .replaceAll(/font-family:GDS Transport,arial,sans-serif/g, 'font-family:var(--rd-font)')
    .replaceAll(/font-family:sans-serif/g, 'font-family:var(--rd-font)');
  for (const [rem, token] of sizes) {
    out = out.replaceAll(new RegExp(`font-size:${rem.replace('.', '\\.')}(?=[;}!])`, 'g'), `font-size:var(${token})`);
  }
  for (const [pattern, token] of colours) out = out.replaceAll(pattern, token);
  return out.replaceAll(/url\(\/assets\/images\/([^)]+)\)/g, (_, file: string) => {
    const address = icon(file);
    return address === null ? 'none' : `url(${address})`;
  });
}
