import { textarea } from '../../components/govuk/textarea.ts';
import { longTextField } from '../../forms/fields.ts';
import { actPage } from './act-page.ts';

/** A note for colleagues: no letter, no date, nothing that could clash. */
export const addNotePage = actPage({
  act: 'add-note',
  command: 'AddNote',
  title: () => 'Add a note',
  hint: () => 'Notes stay in the case. The resident may ask to see what is held about them.',
  submit: 'Add the note',
  about: () => ({}),
  shape: () => ({ note: longTextField({ label: 'Note', required: 'Enter the note' }) }),
  fields: form => textarea({ ...form.text('note'), label: 'Note' }),
  make: ({ note }, { keep }) => ({ type: 'AddNote', note: keep(note, 'note') }),
  done: 'Note added.',
  minds: false,
});
