import { renewRecoveryCodes } from '../../../application/accounts/own-account.ts';
import { aboutRecoveryCodes, recoveryCodeList } from '../../components/redress/recovery-code-list.ts';
import { formPage } from '../../forms/form-page.ts';
import { type FormView, newForm } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import { paths } from '../../paths.ts';
import type { Answer, Visit } from '../../visit.ts';
import { proofInput, proven } from '../prove-again.ts';

/** `/account/recovery-codes`. */
export const codesPages = {
  show: (visit: Visit): Answer => asking(visit, newForm()),
  async send(visit: Visit): Promise<Answer> {
    const proof = await proven(visit, newForm());
    if (!proof.ok) return { status: 422, html: asking(visit, proof.form) };
    const codes = await renewRecoveryCodes(visit.app, visit.present);
    const content = html`<h1 class="govuk-heading-l">Keep your new recovery codes</h1>
${aboutRecoveryCodes()}
${recoveryCodeList(codes)}
<p class="govuk-body"><a class="govuk-link" href="${paths.account()}">I have kept them: back to your account</a></p>`;
    return visit.page({ title: 'Keep your new recovery codes', content, width: 'reading' });
  },
};

function asking(visit: Visit, form: FormView): Html {
  const content = formPage({
    title: 'Make new recovery codes',
    hint: 'You get ten new codes. Those you have now stop working.',
    action: paths.accountCodes(),
    seal: visit.seal(),
    fields: html`${proofInput(visit, form)}`,
    submit: 'Make new codes',
    cancelHref: paths.account(),
  });
  return visit.page({ title: 'Make new recovery codes', content, width: 'reading', errors: form.summary() });
}
