/**
 * The ids of all texts that events point to, each once, in the order in which the events first name them and, within one event, in
 * that of its fields' names: a point defined again at stage 2 adds no words to the case.
 */
export function textIdsIn(events: readonly { body: object }[]): string[] {
  const found: string[] = [];
  for (const event of events) collect(event.body, found);
  return [...new Set(found)];
}

function collect(value: unknown, found: string[]): void {
  if (typeof value !== 'object' || value === null) return;
  if ('textId' in value && typeof value.textId === 'string') {
    found.push(value.textId);
    return;
  }
  for (const key of Object.keys(value).sort()) collect(value[key as keyof typeof value], found);
}
