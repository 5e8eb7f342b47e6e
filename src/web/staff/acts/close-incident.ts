import { sayDate } from '../../../domain/calendar/dates.ts';
import { wentAstray } from '../../../domain/complaint/evolve/letters.ts';
import { misdirected } from '../../../domain/complaint/obligations/incidents.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choiceField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { letterName } from '../letters/say-letter.ts';
import { type ActContext, actPage } from './act-page.ts';

/** What became of a letter that went to a wrong address, and whether it had to be reported (R66). */
export const closeIncidentPage = actPage({
  act: 'close-incident',
  command: 'CloseDataIncident',
  title: () => 'Close the data incident',
  hint: context => {
    const letter = letterOf(context);
    const known = letter?.returns.find(wentAstray);
    return letter === undefined || known === undefined
      ? ''
      : `The ${letterName(letter.kind, letter.stage)} of ${sayDate(letter.dated)} ${known.why === 'wrong-person' ? 'went to somebody it was not for' : 'went to a wrong address'}, which we knew on ${sayDate(known.on)}. The resident is told, and whoever answers for data protection decides whether it is reported.`;
  },
  submit: 'Close the incident',
  about: context => ({ letterId: letterOf(context)?.letterId ?? '' }),
  subject: context => letterOf(context)?.letterId ?? null,
  shape: () => ({
    copy: choiceField(['came-back', 'destroyed', 'not-recovered'], 'Choose what became of the letter'),
    reported: choiceField(['yes', 'no'], 'Choose whether it was reported'),
    note: longTextField({ label: 'What was done', required: 'Say what was done, and why', max: 4000 }),
  }),
  fields: form => html`${radios({
    ...form.choice('copy'),
    fieldset: { legend: 'What became of the letter?' },
    items: [
      { value: 'came-back', text: 'It came back to us' },
      { value: 'destroyed', text: 'Whoever had it destroyed it' },
      { value: 'not-recovered', text: 'It was not recovered' },
    ],
  })}
${radios({
  ...form.choice('reported'),
  classes: 'govuk-radios--inline',
  fieldset: { legend: 'Was it reported to the Information Commissioner?' },
  items: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
})}
${textarea({ ...form.text('note'), label: 'What was done, by whom, and why it was reported or not', rows: 4 })}`,
  make: ({ copy, reported, note }, { keep }, context) => ({
    type: 'CloseDataIncident',
    letterId: letterOf(context)?.letterId ?? '',
    copy,
    reported: reported === 'yes',
    note: keep(note, 'note'),
  }),
  done: 'Data incident closed.',
});

/** The letter the address names, else the first whose incident is open. */
function letterOf({ visit, file }: ActContext) {
  const lost = misdirected(file.state);
  return lost.find(one => one.letterId === visit.query['letter']) ?? lost.find(one => one.incidentClosed === null);
}
