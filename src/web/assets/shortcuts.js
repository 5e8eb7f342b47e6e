// Keys: `/` searches, `?` shows the keys, `g` and a letter goes somewhere, a letter alone presses a button that has one.
// They can be turned off (WCAG 2.1.4); the choice stays on this device.

const stored = 'redress-keys';

function keysAreOn() {
  try {
    return localStorage.getItem(stored) !== 'off';
  } catch {
    return true;
  }
}

function setKeys(on) {
  try {
    localStorage.setItem(stored, on ? 'on' : 'off');
  } catch {
    // Storage is not allowed here: the choice lasts as long as the page.
  }
  document.documentElement.classList.toggle('no-keys', !on);
}

function isTyping(target) {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
}

function fillPageKeys(dialog) {
  const acts = [...document.querySelectorAll('[data-key]')];
  const part = dialog.querySelector('[data-keys-page]');
  const list = dialog.querySelector('[data-keys-page-list]');
  if (part === null || list === null || acts.length === 0) return;
  part.hidden = false;
  list.replaceChildren(
    ...acts.map(act => {
      const row = document.createElement('div');
      row.className = 'rd-keys__row';
      const keys = document.createElement('dt');
      keys.className = 'rd-keys__keys';
      const key = document.createElement('kbd');
      key.className = 'rd-kbd';
      key.textContent = act.dataset.key;
      keys.append(key);
      const means = document.createElement('dd');
      means.className = 'rd-keys__means';
      means.textContent = act.dataset.keyText ?? act.firstChild?.textContent ?? '';
      row.append(keys, means);
      return row;
    }),
  );
}

function openHelp() {
  const dialog = document.querySelector('#rd-keys');
  if (!(dialog instanceof HTMLDialogElement) || dialog.open) return;
  fillPageKeys(dialog);
  dialog.showModal();
}

let afterG = 0;

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
  if (event.key === 'Escape') {
    if (event.target instanceof HTMLElement && event.target.matches('[data-search]')) event.target.blur();
    return;
  }
  if (!keysAreOn() || isTyping(event.target) || document.querySelector('dialog[open]') !== null) return;
  const wentG = Date.now() - afterG < 1500;
  afterG = 0;
  const selector = wentG ? `[data-go="${CSS.escape(event.key)}"]` : `[data-key="${CSS.escape(event.key)}"]`;
  const act = document.querySelector(selector);
  if (act instanceof HTMLElement) act.click();
  else if (event.key === '/') document.querySelector('[data-search]')?.focus();
  else if (event.key === '?') openHelp();
  else if (event.key === 'g') {
    afterG = Date.now();
    return;
  } else return;
  event.preventDefault();
}

/** Starts listening, and fills in the help. */
export function startShortcuts() {
  document.addEventListener('keydown', onKey);
  const choice = document.querySelector('[data-keys-on]');
  if (choice instanceof HTMLInputElement) {
    choice.checked = keysAreOn();
    choice.addEventListener('change', () => setKeys(choice.checked));
  }
  document.documentElement.classList.toggle('no-keys', !keysAreOn());
  for (const opener of document.querySelectorAll('[data-keys-open]')) {
    opener.hidden = false;
    opener.addEventListener('click', openHelp);
  }
}
