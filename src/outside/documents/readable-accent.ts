// WCAG 2.2 asks 4.5 : 1 of text; headings in the accent colour are text.
const CONTRAST = 4.5;

/** The landlord's colour `#rrggbb`, darkened only as far as it must be to be read on white; dark grey where it is no colour. */
export function readableAccent(accent: string): string {
  const parts = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(accent);
  if (parts === null) return '#333333';
  let rgb = parts.slice(1).map(part => Number.parseInt(part, 16));
  while (onWhite(rgb) < CONTRAST) rgb = rgb.map(part => Math.floor(part * 0.95));
  return `#${rgb.map(part => part.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast with white, 1 to 21. */
export function onWhite(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map(part => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05);
}
