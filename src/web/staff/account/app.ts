import { changeApp, newApp } from '../../../application/accounts/own-account.ts';
import { appSetUp } from '../../components/redress/app-set-up.ts';
import { lineField } from '../../forms/fields.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { readForm } from '../../forms/read-form.ts';
import { type Html, html } from '../../html.ts';
import { paths, withQuery } from '../../paths.ts';
import { type Answer, formField, type Visit } from '../../visit.ts';
import { codeInput } from '../invitation/view.ts';
import { proofInput, proven } from '../prove-again.ts';

const shape = {
  code: lineField({ label: 'The code', required: 'Enter the six digits that the new app shows', max: 60 }),
};

/** `/account/app`: the secret goes along in the form, sealed, so that the picture stays the same when the form comes back. */
export const appPages = {
  show: (visit: Visit): Promise<Answer> => asking(visit, newForm()),
  async send(visit: Visit): Promise<Answer> {
    const again = async (form: FormView): Promise<Answer> => ({ status: 422, html: await asking(visit, form) });
    const read = readForm(shape, visit.body);
    if (!read.ok) return again(read.form);
    const proof = await proven(visit, read.form);
    if (!proof.ok) return again(proof.form);
    const why = await changeApp(visit.app, visit.present, sealedIn(visit) ?? '', read.values.code);
    if (why === null) return { redirect: withQuery(paths.account(), { done: 'app' }) };
    return again(newForm().withErrors({ field: 'code', text: why }));
  },
};

function sealedIn({ body }: Visit): string | undefined {
  return formField(body, 'app');
}

async function asking(visit: Visit, form: FormView): Promise<Html> {
  const app = await newApp(visit.app, visit.present, sealedIn(visit));
  const content = formPage({
    title: 'Set up another app',
    hint: 'The app that you have now works until this is finished. Your other sessions then end.',
    action: paths.accountApp(),
    seal: visit.seal(),
    fields: html`${appSetUp(app)}<input type="hidden" name="app" value="${app.sealed}">
${codeInput(form, 'Code from the new app')}
${proofInput(visit, form)}`,
    submit: 'Change to this app',
    cancelHref: paths.account(),
  });
  return visit.page({ title: 'Set up another app', content, width: 'reading', errors: form.summary() });
}
