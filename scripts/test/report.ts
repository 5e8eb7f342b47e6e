/** What came of one part of the test run. Every check and every test counts as one. */
export type Outcome = { passed: number; failed: number; skipped: number };

/** Counts, shows failures in full as they happen, and adds up at the end. */
export class Report {
  readonly #phases: { readonly name: string; readonly seconds: number; readonly outcome: Outcome }[] = [];

  /** Runs one phase. A phase that throws has failed; so has one in which nothing ran. */
  async phase(name: string, work: () => Promise<Outcome>): Promise<void> {
    const began = performance.now();
    process.stdout.write(`\n${name}\n`);
    const outcome = await work().catch(error => crashed(name, error));
    if (outcome.passed + outcome.failed + outcome.skipped === 0) {
      this.failure(name, 'No test ran.');
      outcome.failed += 1;
    }
    // A machine that decides must not be told that all is well because something could not be tried.
    if (process.env['CI'] && outcome.skipped > 0) {
      this.failure(name, `${outcome.skipped} skipped, which counts as failed here.`);
      outcome.failed += outcome.skipped;
    }
    const seconds = (performance.now() - began) / 1000;
    this.#phases.push({ name, seconds, outcome });
    process.stdout.write(`  ${sentence(outcome)} in ${seconds.toFixed(1)} s\n`);
  }

  /** Shows one failure in full. */
  failure(name: string, told: string): void {
    showFailure(name, told);
  }

  /** Prints the table and the last line. Returns the exit code. */
  finish(): number {
    const total = { passed: 0, failed: 0 };
    process.stdout.write('\n');
    for (const { name, seconds, outcome } of this.#phases) {
      total.passed += outcome.passed;
      total.failed += outcome.failed;
      process.stdout.write(`${name.padEnd(20)} ${seconds.toFixed(1).padStart(6)} s  ${sentence(outcome)}\n`);
    }
    process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
    return total.failed === 0 && total.passed > 0 ? 0 : 1;
  }
}

/** Prints a failure with its whole message, indented under its name. */
export function showFailure(name: string, told: string): void {
  process.stdout.write(`  ✖ ${name}\n${told.trimEnd().replaceAll(/^/gm, '      ')}\n`);
}

function sentence({ passed, failed, skipped }: Outcome): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function crashed(name: string, error: unknown): Outcome {
  const plain = error instanceof Error && error.name === 'CannotStart';
  showFailure(name, plain ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
  return { passed: 0, failed: 1, skipped: 0 };
}
