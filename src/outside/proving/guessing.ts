/** How easily a password is guessed, by the lists of stolen passwords and the patterns that people choose. All of it is here: nothing is asked of anybody else. */
import type { Estimate } from '../../domain/access/password.ts';

/** A longer password is no easier to guess than its beginning, and a very long one takes long to look at. */
const lookedAt = 48;

let opened: Promise<Estimate> | undefined;

/** Loads the lists the first time: they are large, and pages do not need them. */
export function openEstimate(): Promise<Estimate> {
  opened ??= load();
  return opened;
}

async function load(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  const estimator = new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: adjacencyGraphs });
  return (password, knownWords) =>
    estimator.check([...password].slice(0, lookedAt).join(''), [...knownWords]).guessesLog10;
}
