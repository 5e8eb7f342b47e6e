import { assetPath } from '../assets.ts';
import { attrs, classes, type Html, type HtmlContent, html } from '../html.ts';
import { themePath } from '../theme.ts';

/** Light, dark, or as the person's device says. Kept in a cookie: see `appearance.ts`. */
export type ColourScheme = 'light' | 'dark' | 'system';

export interface DocumentProps {
  /** The whole text of `<title>`. */
  readonly title: string;
  /** The landlord's accent colour, like `#1c4d5b`; left out, our own. */
  readonly accent?: string | undefined;
  readonly colourScheme?: ColourScheme | undefined;
  /** `rd-staff`, `rd-plain` or `rd-print`. */
  readonly bodyClasses: string;
  readonly body: HtmlContent;
  /** More for `<head>`: a refresh, a robots line. */
  readonly head?: HtmlContent;
}

const defaultAccent = '#1c4d5b';

/** The outermost frame of every page: language, style, script. No inline style or script, so the strictest policy holds. */
export function htmlDocument(props: DocumentProps): Html {
  const scheme = props.colourScheme ?? 'system';
  const chosen = attrs({ 'data-scheme': scheme === 'system' ? undefined : scheme });
  return html`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template"${chosen}>
<head>
<meta charset="utf-8">
<title>${props.title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="${scheme === 'system' ? 'light dark' : scheme}">
<meta name="robots" content="noindex">
<link rel="icon" href="${assetPath('icon.svg')}" type="image/svg+xml">
<link rel="preload" href="${assetPath('latin-400-normal.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assetPath('redress.css')}">
<link rel="stylesheet" href="${themePath(props.accent ?? defaultAccent)}">
<script type="module" src="${assetPath('app.js')}"></script>
${props.head}
</head>
<body class="${classes('govuk-template__body', props.bodyClasses)}">
<script src="${assetPath('js-enabled.js')}"></script>
${props.body}
</body>
</html>`;
}

/** The text of `<title>`: what is wrong first, then the page, then whose it is. */
export function titleText(title: string, landlordName: string | undefined, hasErrors: boolean): string {
  const where = landlordName === undefined ? 'Redress' : `${landlordName} – Redress`;
  return `${hasErrors ? 'Error: ' : ''}${title} – ${where}`;
}
