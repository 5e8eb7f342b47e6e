import { changePassword } from '../../../application/accounts/own-account.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { formPage } from '../../forms/form-page.ts';
import { FormView, newForm } from '../../forms/form-view.ts';
import { passwordField } from '../../forms/password-field.ts';
import { readForm } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { passwordHint } from '../invitation/view.ts';
import { proofInput, proven } from '../prove-again.ts';

const shape = { password: passwordField('Enter a new password') };

/** `/account/password`. */
export const passwordPages = {
  show: (visit: Visit): Answer => asking(visit, newForm()),
  async send(visit: Visit): Promise<Answer> {
    const read = readForm(shape, visit.body);
    if (!read.ok) return { status: 422, html: asking(visit, read.form) };
    const proof = await proven(visit, read.form);
    if (!proof.ok) return { status: 422, html: asking(visit, proof.form) };
    const why = await changePassword(visit.app, visit.present, visit.landlord.name, read.values.password);
    if (why === null) return { redirect: withQuery(paths.account(), { done: 'password' }) };
    return { status: 422, html: asking(visit, new FormView(read.form.raw, [{ field: 'password', text: why }])) };
  },
};

function asking(visit: Visit, form: FormView): Html {
  const content = formPage({
    title: 'Change your password',
    hint: 'Your other sessions end; this one goes on.',
    action: paths.accountPassword(),
    seal: visit.seal(),
    fields: html`${textInput({ ...form.text('password'), value: '', label: 'New password', hint: passwordHint, type: 'password', autocomplete: 'new-password', spellcheck: false, autocapitalize: 'none' })}
${proofInput(visit, form)}`,
    submit: 'Change the password',
    cancelHref: paths.account(),
  });
  return visit.page({ title: 'Change your password', content, width: 'reading', errors: form.summary() });
}
