/** What is grave is asked for with a password or a code, in the same form, where the last proof is older than ten minutes. */
import { isProven, proveAgain } from '../../application/accounts/own-account.ts';
import { textInput } from '../components/govuk/text-input.ts';
import { FormView } from '../forms/form-view.ts';
import { type Html, html } from '../html.ts';
import { paths, withQuery } from '../paths.ts';
import { deviceToken } from '../session-cookie.ts';
import { formField, type Visit } from '../visit.ts';

const name = 'proof';

/** The field, where the form has to ask for it: put it last, before the button. */
export function proofInput(visit: Visit, form: FormView): Html | false {
  if (isProven(visit.app, visit.present)) return false;
  if (visit.present.byProvider) return proofLink(visit, form);
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

/**
 * Whoever came in through a provider proves it there. From a form that has nothing in it yet that leads back to it; from one that
 * was sent, in a tab of its own, so that what was typed stays.
 */
function proofLink({ request, landlord }: Visit, form: FormView): Html {
  const provider = landlord.providerName ?? 'your landlord’s sign-in';
  const sent = request.method !== 'GET';
  const href = withQuery(paths.accountProve(), { back: sent ? paths.accountProven() : request.url });
  const words = `Show with ${provider} that it is you${sent ? ' (opens a new tab)' : ''}`;
  const error = form.error(name);
  return html`<div class="govuk-form-group${error !== undefined && ' govuk-form-group--error'}" id="${name}" tabindex="-1">
<p class="govuk-hint">It is a while since you showed that it is you.</p>
${error !== undefined && html`<p class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> ${error}</p>`}
<p class="govuk-body"><a class="govuk-link" href="${href}"${sent && html` target="_blank" rel="noopener"`}>${words}</a></p></div>`;
}

/** The form with what is wrong with the proof; the same form where it is proven. Ask it last, when everything else is right. */
export async function proven(visit: Visit, form: FormView): Promise<{ ok: true } | { ok: false; form: FormView }> {
  if (isProven(visit.app, visit.present)) return { ok: true };
  if (visit.present.byProvider) {
    const text = 'Show first that it is you, in the tab that the link opens. Then send this form again';
    return { ok: false, form: new FormView(form.raw, [{ field: name, text }]) };
  }
  const typed = formField(visit.body, name) ?? '';
  const why = await proveAgain(visit.app, visit.present, typed, deviceToken(visit.request.headers.cookie));
  return why === null ? { ok: true } : { ok: false, form: new FormView(form.raw, [{ field: name, text: why }]) };
}
