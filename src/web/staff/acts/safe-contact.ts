import { safeContactEverywhere } from '../../../application/safe-contact.ts';
import { CONTACT_LIMITS, sayLimit } from '../../../domain/complaint/safe-contact.ts';
import { checkboxes } from '../../components/govuk/checkboxes.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { textarea } from '../../components/govuk/textarea.ts';
import { choicesField, emailField, longTextField } from '../../forms/fields.ts';
import { html } from '../../html.ts';
import { type ActContext, actPage } from './act-page.ts';

const hints: Partial<Record<(typeof CONTACT_LIMITS)[number], string>> = {
  'no-call': 'Nobody rings them; that takes in voicemail.',
  'no-visit': 'Nobody calls at the home, to hand over a letter either.',
  'only-themselves': 'No letter to anybody else, and no message left with anybody.',
  'only-representative': 'Nothing goes to the resident: letters go to whoever has authority to act.',
  'secret-address': 'No letter to anybody else tells where they live.',
};

/** Ways of reaching somebody that are not safe, with the reason; letters and contacts that breach them are refused (R60). */
export const safeContactPage = actPage({
  act: 'safe-contact',
  command: 'RecordSafeContact',
  title: context => `How ${context.file.residents.get(whom(context))?.name ?? 'they'} may safely be reached`,
  hint: () =>
    'What is ticked here holds from now on, in every complaint of this person, and replaces what was recorded before. Nothing ticked lifts it.',
  submit: 'Record safe contact',
  about: () => ({}),
  shape: () => ({
    limits: choicesField(CONTACT_LIMITS),
    email: emailField({ label: 'The one safe email address' }),
    reason: longTextField({ label: 'The reason', required: 'Give the reason', max: 4000 }),
  }),
  start: context => startOf(context),
  check: ({ limits, email }) =>
    limits.includes('only-email') && email === '' ? [{ field: 'email', text: 'Enter the address that is safe' }] : [],
  fields: form => html`${checkboxes({
    ...form.choices('limits'),
    fieldset: { legend: 'What is not safe, or is the only safe way?' },
    items: CONTACT_LIMITS.map(limit => ({
      value: limit,
      text: sayLimit(limit),
      hint: hints[limit],
      ...(limit === 'only-email'
        ? {
            conditional: textInput({
              ...form.text('email'),
              label: 'The one safe email address',
              type: 'email',
              spellcheck: false,
              autocomplete: 'off',
            }),
          }
        : {}),
    })),
  })}
${textarea({
  ...form.text('reason'),
  label: 'The reason',
  hint: 'As little as is needed. For example: asked for by her; her former partner opens the post.',
  rows: 3,
  classes: 'rd-textarea--small',
})}`,
  make: ({ limits, email, reason }, making, context, tx) =>
    safeContactEverywhere(context.visit.app, tx, context.visit.viewer, making, context.file.caseId, whom(context), {
      limits,
      onlyEmail: limits.includes('only-email') ? email : null,
      reason,
    }),
  subject: context => (context.visit.query['person'] === undefined ? null : whom(context).slice(0, 8)),
  done: 'Safe contact recorded. It holds from now on.',
});

/** The person in the address, of those in the case; the resident where none is named. */
function whom({ visit, file }: ActContext): string {
  const asked = visit.query['person'];
  return asked !== undefined && asked === file.state.representative?.personId
    ? asked
    : (file.state.complainantId ?? '');
}

function startOf(context: ActContext): Record<string, string | readonly string[]> {
  const { state, texts } = context.file;
  const held = state.safeContact.find(one => one.personId === whom(context));
  return { limits: held?.limits ?? [], email: texts[held?.onlyEmail?.textId ?? ''] ?? '' };
}
