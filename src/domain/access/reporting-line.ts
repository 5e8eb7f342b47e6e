/** Who reports to whom: a line that ends, among people who work here. */

export type InLine = { personId: string; name: string; managerId: string | null; active: boolean };

/** Why this cannot be the person's manager, as a sentence; null where it can. `personId` is null for somebody who is being added. */
export function managerRefusal(
  personId: string | null,
  managerId: string | null,
  people: readonly InLine[],
): string | null {
  if (managerId === null) return null;
  if (managerId === personId) return 'Nobody is their own manager. Choose somebody else, or nobody';
  const manager = people.find(one => one.personId === managerId);
  if (!manager?.active) return 'Choose one of the people in the list';
  return personId !== null && leadsTo(manager, personId, people)
    ? `${manager.name} reports to them, directly or through others. Change that first, or choose somebody else`
    : null;
}

/** Whether the line upwards from somebody comes past a person. It is followed once round, however it was put there. */
function leadsTo(from: InLine, personId: string, people: readonly InLine[]): boolean {
  const seen = new Set<string>();
  let at: InLine | undefined = from;
  while (at !== undefined && !seen.has(at.personId)) {
    seen.add(at.personId);
    if (at.managerId === personId) return true;
    const next: string | null = at.managerId;
    at = people.find(one => one.personId === next);
  }
  return false;
}
