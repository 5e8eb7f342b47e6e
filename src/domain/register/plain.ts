/** An address or a name as it is compared: small letters, with one space for stops, commas and spaces. Never shown. */
export function plainText(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[\s,.]+/g, ' ')
    .trim();
}
