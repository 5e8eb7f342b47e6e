import { type Html, html } from '../../html.ts';
import { qrCode } from './qr-code.ts';

/** How to bring the secret into an app: with the camera, or typed. */
export function appSetUp({ secret, address }: { secret: string; address: string }): Html {
  const groups = secret.match(/.{1,4}/g) ?? [];
  return html`<ol class="govuk-list govuk-list--number">
<li>Open an authenticator app: the one you use already, your password manager, or a free one from your telephone’s app store.</li>
<li>Choose to add an account, and point the camera at this picture, or type the key below it.</li>
<li>Enter the six digits that the app then shows.</li>
</ol>
${qrCode(address, 'Picture for the camera of your authenticator app; the key below says the same')}
<p class="govuk-body">Key to type: <code class="rd-key" data-secret="${secret}">${groups.join(' ')}</code><br>
<span class="rd-quiet-text">Kind: time-based, six digits, 30 seconds. <a class="govuk-link" href="${address}">Open the app on this device</a></span></p>`;
}
