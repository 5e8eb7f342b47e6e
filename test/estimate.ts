/** The estimate of the product itself, for pure tests of what a password has to be: it reads no clock, file or network. */
export { openEstimate as estimateGuesses } from '../src/outside/proving/guessing.ts';
