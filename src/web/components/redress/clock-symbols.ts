import { classes, type Html, html } from '../../html.ts';

/** What a mark stands for. `moved` is a due date that an extension replaced. */
export type ClockMarkKind =
  | 'received'
  | 'acknowledged'
  | 'due'
  | 'moved'
  | 'extended'
  | 'escalated'
  | 'answered'
  | 'paused'
  | 'resumed'
  | 'other';

const solid: readonly ClockMarkKind[] = ['received', 'answered', 'extended', 'escalated'];

/** The sign of a mark round the point 0,0: each kind has its own shape, so that none is told by colour alone. */
export function markSymbol(kind: ClockMarkKind, late: boolean): Html {
  const names = classes(
    'rd-clock__mark',
    solid.includes(kind) && 'rd-clock__mark--met',
    kind === 'due' && 'rd-clock__mark--due',
    kind === 'moved' && 'rd-clock__mark--moved',
    late && 'rd-clock__mark--late',
  );
  switch (kind) {
    case 'acknowledged':
      return html`<circle class="${names}" r="5.5"/><circle class="rd-clock__dot" r="2"/>`;
    case 'due':
    case 'moved':
      return html`<path class="${names}" d="M0-7 7 0 0 7-7 0Z"/>`;
    case 'extended':
      return html`<path class="${names}" d="M-5-5.5 5.5 0-5 5.5Z"/>`;
    case 'escalated':
      return html`<path class="${names}" d="M0-6.5 6 5H-6Z"/>`;
    case 'answered':
      return html`<rect class="${names}" x="-6" y="-6" width="12" height="12"/><path class="rd-clock__tick" d="m-3.2.2 2.3 2.4 4-4.8"/>`;
    case 'paused':
      return html`<path class="${names}" d="M-3-5.5V5.5M3-5.5V5.5"/>`;
    default:
      return html`<circle class="${names}" r="5.5"/>`;
  }
}
