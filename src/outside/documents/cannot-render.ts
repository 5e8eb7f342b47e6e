/** Why there is no document. The message is a sentence for the person who asked for it. */
export class CannotRender extends Error {
  readonly reason: 'unprintable' | 'failed' | 'timed-out' | 'ended' | 'busy' | 'stopped';

  constructor(reason: CannotRender['reason'], message: string) {
    super(message);
    this.name = 'CannotRender';
    this.reason = reason;
  }
}
