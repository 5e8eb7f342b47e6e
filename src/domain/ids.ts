const id = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether a text is written like an id of ours: a UUID in small letters. */
export function isId(text: string): boolean {
  return id.test(text);
}
