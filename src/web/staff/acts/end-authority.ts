import { inForce } from '../../../domain/complaint/authorities.ts';
import { radios } from '../../components/govuk/radios.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { idField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';

/** The authority to act is taken back: from that moment nothing more is told to them (MAG-03, R22). */
export const endAuthorityPage = actPage({
  act: 'end-authority',
  command: 'EndAuthority',
  title: () => 'End an authority to act',
  hint: () =>
    'From now on nothing goes to them: no letter, no copy, no word about the complaint. A letter that was issued to them and has not gone is written anew.',
  submit: 'End the authority',
  submitKind: 'warning',
  about: () => ({}),
  shape: () => ({
    person: idField('Choose whose authority ends'),
    reason: longTextField({ label: 'Why it ends', required: 'Enter why it ends', max: 2000 }),
  }),
  start: context => ({ person: asked(context) }),
  fields: (form, { file, visit }) => html`${radios({
    ...form.choice('person'),
    fieldset: { legend: 'Whose authority ends?' },
    items: inForce(file.state, visit.today).map(({ personId }) => ({
      value: personId,
      text: file.residents.get(personId)?.name ?? 'Details removed',
    })),
  })}
${textarea({ ...form.text('reason'), label: 'Why does it end?', hint: 'For example: the resident wrote on 4 May that she speaks for herself.', rows: 3, classes: 'rd-textarea--small' })}`,
  make: ({ person, reason }, { keep }) => ({
    type: 'EndAuthority',
    personId: person,
    reason: keep(reason, 'authority'),
  }),
  done: 'The authority has ended. Nothing more goes to them.',
});

/** The person in the address; the only one where there is one. */
function asked({ visit, file }: ActContext): string {
  const all = inForce(file.state, visit.today);
  return visit.query['person'] ?? (all.length === 1 ? (all[0]?.personId ?? '') : '');
}
