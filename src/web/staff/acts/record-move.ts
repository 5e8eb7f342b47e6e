import { newAddress } from '../../../application/new-person.ts';
import { inEachCase } from '../../../application/person-wide.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { lineField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actPage } from './act-page.ts';
import { statedDay, statedDayBoxes, todayIn } from './stated-day.ts';

/** The resident lives elsewhere: the complaint goes with them, what was promised for the home stays with it (R63). */
export const recordMovePage = actPage({
  act: 'record-move',
  command: 'RecordMove',
  title: () => 'Record that the resident moved',
  hint: () =>
    'The complaint, any money and the right to go to the Ombudsman stay with them. What was promised for the home is still done there. Letters go to the new address, and letters that have not gone are held.',
  submit: 'Record the move',
  about: () => ({}),
  shape: context => ({
    address: lineField({ label: 'The new address', max: 300 }),
    note: longTextField({ label: 'How we know', required: 'Say how we know', max: 4000 }),
    on: statedDay(context, 'The day of the move'),
  }),
  start: todayIn,
  fields: form => html`${textInput({
    ...form.text('address'),
    label: 'The new address',
    hint: 'Lines separated by commas, with the postcode. Leave it empty if it is not known: then nothing is posted until it is.',
    autocomplete: 'off',
  })}
${textarea({ ...form.text('note'), label: 'How we know', rows: 2, classes: 'rd-textarea--small' })}
${statedDayBoxes(form, 'When did they move?')}`,
  async make({ address, note, on }, making, { visit, file }, tx) {
    const personId = file.state.complainantId ?? '';
    const addressKnown = address !== '';
    const commands = await inEachCase(visit.app, tx, visit.viewer, making, {
      caseId: file.caseId,
      personId,
      skips: ({ death, moves }) => death !== null || (moves.at(-1)?.on ?? '') > on,
      commands: ({ keep }) => [{ type: 'RecordMove', personId, on, addressKnown, note: keep(note, 'note') }],
    });
    return { commands, texts: addressKnown ? newAddress(personId, address) : [] };
  },
  done: 'Move recorded. Letters go to the new address.',
});
