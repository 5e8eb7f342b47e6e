import { isClosedTo } from '../../../domain/access/need-to-know.ts';
import { select } from '../../components/govuk/select.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { actPage } from './act-page.ts';
import { staffField, staffItems } from './choose-person.ts';

/** That it is about a colleague may come out after it was logged: it closes to them, and goes to somebody else (MAG-30, MAG-32). */
export const complainedOfPage = actPage({
  act: 'complained-of',
  command: 'NameComplainedOf',
  title: () => 'Say which colleague the complaint is about',
  hint: () =>
    'It is closed to them from then on, whatever their role. What they handle of it goes back to the queue, and its dates stay as they are. They can still be asked how it was.',
  submit: 'Record it',
  about: () => ({}),
  shape: context => ({
    person: staffField(context, 'Choose whom it is about'),
    reason: longTextField({ label: 'What shows it', required: 'Say what shows that it is about them', max: 4000 }),
  }),
  fields: (form, context) => html`${select({
    ...form.choice('person'),
    label: 'Whom it is about',
    items: staffItems(
      context,
      context.file.staff
        .filter(({ active, personId }) => active && !isClosedTo(context.file.state, personId))
        .map(({ personId }) => personId),
    ),
  })}
${textarea({ ...form.text('reason'), label: 'What shows it?', rows: 3, classes: 'rd-textarea--small' })}`,
  make: ({ person, reason }, { keep }) => ({
    type: 'NameComplainedOf',
    personId: person,
    reason: keep(reason, 'complained-of'),
  }),
  done: 'Recorded. The complaint is closed to them.',
  mayClose: true,
});
