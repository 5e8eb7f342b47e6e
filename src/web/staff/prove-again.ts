/** What is grave is asked for with a password or a code, in the same form, where the last proof is older than ten minutes. */
import { isProven, proveAgain } from '../../application/accounts/own-account.ts';
import { textInput } from '../components/govuk/text-input.ts';
import { FormView } from '../forms/form-view.ts';
import { type Html, html } from '../html.ts';
import { deviceToken } from '../session-cookie.ts';
import { formField, type Visit } from '../visit.ts';

const name = 'proof';

/** The field, where the form has to ask for it: put it last, before the button. */
export function proofInput(visit: Visit, form: FormView): Html | false {
  if (isProven(visit.app, visit.present)) return false;
  return html`${textInput({
    name,
    label: 'Your password, or a code from your app',
    hint: 'It is a while since you showed that it is you.',
    type: 'password',
    autocomplete: 'current-password',
    spellcheck: false,
    autocapitalize: 'none',
    error: form.error(name),
  })}`;
}

/** The form with what is wrong with the proof; the same form where it is proven. Ask it last, when everything else is right. */
export async function proven(visit: Visit, form: FormView): Promise<{ ok: true } | { ok: false; form: FormView }> {
  if (isProven(visit.app, visit.present)) return { ok: true };
  const typed = formField(visit.body, name) ?? '';
  const why = await proveAgain(visit.app, visit.present, typed, deviceToken(visit.request.headers.cookie));
  return why === null ? { ok: true } : { ok: false, form: new FormView(form.raw, [{ field: name, text: why }]) };
}
