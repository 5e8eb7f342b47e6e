/** How many characters a person would count, near enough: code points, so that an emoji is not two. */
export function textLength(text: string): number {
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    // The second half of a pair is not counted again.
    if (code < 0xdc00 || code > 0xdfff) length++;
  }
  return length;
}
