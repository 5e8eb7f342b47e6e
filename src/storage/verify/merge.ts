/** The rows of one case, out of a stream that is ordered by case. */
export interface CaseRows<R> {
  readonly caseId: string;
  readonly rows: readonly R[];
}

/** Gathers rows that follow each other and belong to the same case. */
export async function* byCase<R extends { readonly caseId: string }>(
  batches: AsyncIterable<readonly R[]>,
): AsyncGenerator<CaseRows<R>> {
  let caseId: string | undefined;
  let rows: R[] = [];
  for await (const batch of batches) {
    for (const row of batch) {
      if (caseId !== undefined && row.caseId !== caseId) {
        yield { caseId, rows };
        rows = [];
      }
      caseId = row.caseId;
      rows.push(row);
    }
  }
  if (caseId !== undefined) yield { caseId, rows };
}

/** Walks three streams in step, case by case; a stream that does not know a case has no rows of it. */
export async function* inStep<A, B, C>(
  first: AsyncIterator<CaseRows<A>>,
  second: AsyncIterator<CaseRows<B>>,
  third: AsyncIterator<CaseRows<C>>,
): AsyncGenerator<{ caseId: string; first: readonly A[]; second: readonly B[]; third: readonly C[] }> {
  let [a, b, c] = [await next(first), await next(second), await next(third)];
  for (;;) {
    const ids = [a, b, c].flatMap(one => (one === undefined ? [] : [one.caseId])).sort();
    const caseId = ids[0];
    if (caseId === undefined) return;
    yield {
      caseId,
      first: a?.caseId === caseId ? a.rows : [],
      second: b?.caseId === caseId ? b.rows : [],
      third: c?.caseId === caseId ? c.rows : [],
    };
    if (a?.caseId === caseId) a = await next(first);
    if (b?.caseId === caseId) b = await next(second);
    if (c?.caseId === caseId) c = await next(third);
  }
}

async function next<R>(stream: AsyncIterator<CaseRows<R>>): Promise<CaseRows<R> | undefined> {
  const step = await stream.next();
  return step.done === true ? undefined : step.value;
}
