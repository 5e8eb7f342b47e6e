import type { Invited } from '../../../application/accounts/invitations.ts';
import { shortestPassword } from '../../../domain/access/password.ts';
import { button } from '../../components/govuk/button.ts';
import { textInput } from '../../components/govuk/text-input.ts';
import { appSetUp } from '../../components/redress/app-set-up.ts';
import { aboutRecoveryCodes, recoveryCodeList } from '../../components/redress/recovery-code-list.ts';
import type { FormView } from '../../forms/form-view.ts';
import { type Html, html } from '../../html.ts';
import type { ColourScheme } from '../../layouts/document.ts';
import { plainPage } from '../../layouts/plain-page.ts';
import { paths } from '../../paths.ts';

type Common = { token: string; invited: Invited; form: FormView; colourScheme: ColourScheme };

/** What a new password should be, before anybody has to be told no. */
export const passwordHint = `At least ${shortestPassword} characters, any you like. Four words that have nothing to do with each other are strong and easy to remember; so is one that your password manager makes.`;

/** With what to come in: the landlord's provider, an account of Redress, or either. */
function throughProvider(token: string, { ways, landlord }: Invited): Html | false {
  const { own, provider } = ways;
  if (provider === null) return false;
  return html`<p class="govuk-body">${landlord} signs in with ${provider}. Open it from here this first time, so that Redress knows which account there is yours.</p>
<p class="govuk-body">${button({ text: `Sign in with ${provider}`, href: paths.invitationProvider({ token }) })}</p>
${own && html`<h2 class="govuk-heading-m">Or choose a password for Redress</h2>`}`;
}

/** First a password. The email address is there for the password manager to keep with it. */
export function choosingView({ token, invited, form, colourScheme }: Common): Html {
  const { own, provider } = invited.ways;
  const title = provider === null ? 'Choose a password' : 'Come in for the first time';
  return plainPage({
    title,
    landlordName: invited.landlord,
    colourScheme,
    errors: form.summary(),
    content: html`${provider === null && html`<span class="govuk-caption-l">Step 1 of 2</span>`}
<h1 class="govuk-heading-l">${title}</h1>
<p class="govuk-body">Welcome, ${invited.name}.</p>
${throughProvider(token, invited)}
${own && passwordForm(token, invited, form)}`,
  });
}

function passwordForm(token: string, invited: Invited, form: FormView): Html {
  return html`<form method="post" novalidate class="rd-form" action="${paths.invitation({ token })}">
${textInput({ name: 'username', value: invited.email, label: 'You sign in as', autocomplete: 'username', attributes: { readonly: true } })}
${textInput({ ...form.text('password'), value: '', label: 'Password', hint: passwordHint, type: 'password', autocomplete: 'new-password', spellcheck: false, autocapitalize: 'none' })}
<div class="rd-form__foot">${button({ text: 'Continue', preventDoubleClick: true })}</div>
</form>`;
}

/** Then an app, shown to work by a code from it. */
export function appView({
  token,
  invited,
  app,
  form,
  colourScheme,
}: Common & { app: NonNullable<Invited['app']> }): Html {
  return plainPage({
    title: 'Set up your app',
    landlordName: invited.landlord,
    colourScheme,
    errors: form.summary(),
    content: html`<span class="govuk-caption-l">Step 2 of 2</span>
<h1 class="govuk-heading-l">Set up your app</h1>
<p class="govuk-body">Besides your password you sign in with a code from an app, so that a password alone lets nobody in.</p>
${appSetUp(app)}
<form method="post" novalidate class="rd-form" action="${paths.invitationApp({ token })}">
${codeInput(form, 'Code from the app')}
<div class="rd-form__foot">${button({ text: 'Finish and sign in', preventDoubleClick: true })}<a class="govuk-link" href="${paths.invitation({ token })}">Choose another password</a></div>
</form>`,
  });
}

/** Where a code from an app that is being set up is asked for. */
export function codeInput(form: FormView, label: string): Html {
  return textInput({
    ...form.text('code'),
    label,
    hint: 'Six digits, new every half minute.',
    classes: 'govuk-input--width-10',
    inputmode: 'numeric',
    autocomplete: 'one-time-code',
    spellcheck: false,
  });
}

/** In, with the recovery codes that are shown this once. */
export function joinedView(invited: Invited, codes: readonly string[], colourScheme: ColourScheme): Html {
  return plainPage({
    title: 'Keep your recovery codes',
    landlordName: invited.landlord,
    colourScheme,
    content: html`<h1 class="govuk-heading-l">You are signed in. Keep your recovery codes</h1>
${aboutRecoveryCodes()}
${recoveryCodeList(codes)}
<p class="govuk-body">${button({ text: 'I have kept them: go to my work', href: paths.myWork() })}</p>`,
  });
}

/** A link that opens nothing any more, or never did. */
export function closedView(why: 'used' | 'over', colourScheme: ColourScheme): Html {
  const title = why === 'used' ? 'This link has been used' : 'This link is not good any more';
  const words =
    why === 'used'
      ? html`<p class="govuk-body">A link lets one person in once. If it was you, sign in with your password and a code. If it was not, tell an administrator of your landlord at once.</p>`
      : html`<p class="govuk-body">It is older than a week, a newer link has taken its place, or part of it is missing. Check that you have all of it, or ask an administrator of your landlord for another.</p>`;
  return plainPage({
    title,
    colourScheme,
    content: html`<h1 class="govuk-heading-l">${title}</h1>${words}
<p class="govuk-body"><a class="govuk-link" href="${paths.signIn()}">Sign in</a></p>`,
  });
}
