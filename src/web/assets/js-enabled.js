// Runs before the page is drawn, so that parts for script or for no script do not flicker.
document.documentElement.classList.add('rd-script');
document.body.classList.add('js-enabled');
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('govuk-frontend-supported');
