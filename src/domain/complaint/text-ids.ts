/** The ids of all texts that events point to, in the order of the events and, within one, of its fields' names. */
export function textIdsIn(events: readonly { body: object }[]): string[] {
  const found: string[] = [];
  for (const event of events) collect(event.body, found);
  return found;
}

function collect(value: unknown, found: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if ('textId' in value && typeof value.textId === 'string') {
    found.push(value.textId);
    return;
  }
  for (const key of Object.keys(value).sort()) collect(value[key as keyof typeof value], found);
}
