import { createHash } from 'node:crypto';

/** A colour as red, green and blue from 0 to 255. */
export type Rgb = readonly [number, number, number];

const white: Rgb = [255, 255, 255];
const black: Rgb = [0, 0, 0];
/** The page's ground in light and dark, as in `tokens.css` and `dark.css`. */
const lightPage: Rgb = [255, 255, 255];
const darkPage: Rgb = [20, 24, 27];

/** Text needs this contrast with what it stands on (WCAG 2.2, 1.4.3). */
const textContrast = 4.5;

/** Reads `#1c4d5b`. Anything else is not a colour and gives null: a pack is checked when it is loaded. */
export function parseColour(text: string): Rgb | null {
  const match = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text);
  if (match === null) return null;
  const [, r = '', g = '', b = ''] = match;
  return [Number.parseInt(r, 16), Number.parseInt(g, 16), Number.parseInt(b, 16)];
}

function hex(colour: Rgb): string {
  return `#${colour.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** The contrast ratio of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(one: Rgb, other: Rgb): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** `share` of `colour` laid over `ground`. */
function mix(colour: Rgb, ground: Rgb, share: number): Rgb {
  const part = (i: 0 | 1 | 2): number => Math.round(colour[i] * share + ground[i] * (1 - share));
  return [part(0), part(1), part(2)];
}

/** The colour itself, or the nearest shade of it towards `towards` that can be read on every one of the grounds. */
function readable(colour: Rgb, grounds: readonly Rgb[], towards: Rgb): Rgb {
  for (let share = 1; share > 0; share -= 0.02) {
    const shade = mix(colour, towards, share);
    if (grounds.every(ground => contrast(shade, ground) >= textContrast)) return shade;
  }
  return towards;
}

/** The colours that a landlord's accent gives to a page, each checked for contrast with what it is used on. */
export interface Accent {
  /** Ground of the header; white text stands on it. */
  readonly ground: Rgb;
  /** A darker ground inside the header. */
  readonly deep: Rgb;
  /** Text, lines and links of the accent on the page and on the tint. */
  readonly ink: Rgb;
  /** A breath of the accent, for cards and the navigation. */
  readonly tint: Rgb;
  /** A quiet border. */
  readonly line: Rgb;
}

/** The accent for the light scheme. */
export function lightAccent(colour: Rgb): Accent {
  const tint = mix(colour, lightPage, 0.07);
  return {
    ground: readable(colour, [white], black),
    deep: mix(readable(colour, [white], black), black, 0.72),
    ink: readable(colour, [lightPage, tint], black),
    tint,
    line: mix(colour, lightPage, 0.35),
  };
}

/** On a dark page quiet colours look dull, so ink is asked for more contrast there (WCAG 2.2, 1.4.6). */
const darkInkContrast = 7;

function stretched(colour: Rgb, low: number, high: number): Rgb {
  const part = (i: 0 | 1 | 2): number => (255 * (colour[i] - low)) / (high - low);
  return [part(0), part(1), part(2)];
}

/** The same hue, as light as a dark ground needs: mixing with white alone would turn it grey. */
function lightened(colour: Rgb, grounds: readonly Rgb[]): Rgb {
  const [low, high] = [Math.min(...colour), Math.max(...colour)];
  if (high - low < 12) return readable(mix(colour, white, 0.3), grounds, white);
  // The colour stretched to full strength, calmed with grey, then as much white as it needs: clear, but not garish.
  const calm = mix(stretched(colour, low * 0.5, high), [205, 205, 205], 0.55);
  for (let share = 0; share < 1; share += 0.02) {
    const shade = mix(white, calm, share);
    if (grounds.every(ground => contrast(shade, ground) >= darkInkContrast)) return shade;
  }
  return white;
}

/** The accent for the dark scheme: a deep header, and ink light enough for a dark page. */
export function darkAccent(colour: Rgb): Accent {
  const tint = mix(colour, darkPage, 0.3);
  const ground = readable(mix(colour, darkPage, 0.72), [white], black);
  return {
    ground,
    deep: mix(ground, black, 0.6),
    ink: lightened(colour, [darkPage, tint]),
    tint,
    line: mix(mix(colour, white, 0.7), darkPage, 0.45),
  };
}

function declarations(accent: Accent): string {
  return Object.entries(accent)
    .map(([name, colour]: [string, Rgb]) => `--rd-accent-${name}:${hex(colour)}`)
    .join(';');
}

/** The style sheet of one accent colour: custom properties only, light, dark by the device, and dark by choice. */
export function themeCss(colour: Rgb): string {
  const dark = declarations(darkAccent(colour));
  return [
    `:root{${declarations(lightAccent(colour))}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-scheme="light"]){${dark}}}`,
    `@media screen{:root[data-scheme="dark"]{${dark}}}`,
  ].join('\n');
}

const made = new Map<string, string>();

/**
 * The address of a landlord's theme. The colour is part of it, so that any web process can serve it, and so is a hash
 * of the style sheet, so that it may be kept for ever. `accent` is the pack's colour, like `#1c4d5b`; a text that is no
 * colour is a fault.
 */
export function themePath(accent: string): string {
  const known = made.get(accent);
  if (known !== undefined) return known;
  const colour = parseColour(accent);
  if (colour === null) throw new Error(`The accent "${accent}" is not a colour like #1c4d5b.`);
  const hash = createHash('sha256').update(themeCss(colour)).digest('hex').slice(0, 12);
  const path = `/theme/${hex(colour).slice(1)}.${hash}.css`;
  made.set(accent, path);
  return path;
}
