// A form with data-draft="/drafts/…" sends its fields a second after typing stops, and says when they were saved.
// A form with data-draft or data-keep warns before the page is left with words that are kept nowhere.

const pause = 1000;

function fieldsOf(form) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string') body.append(name, value);
  }
  return body;
}

function clockTime() {
  return new Date().toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

function say(form, text, trouble = false) {
  const status = form.querySelector('[data-draft-status]');
  if (status === null) return;
  status.textContent = text;
  status.classList.toggle('rd-draft--trouble', trouble);
}

const signedOut =
  'Not saved: you have been signed out. Your words are still here. Sign in again in another tab, then type on.';

async function sendDraft(form, state) {
  const sent = fieldsOf(form);
  state.sending = true;
  state.changed = false;
  try {
    const response = await fetch(form.dataset.draft, {
      method: 'POST',
      body: sent,
      headers: { accept: 'application/json' },
      redirect: 'manual',
    });
    if (response.ok) {
      const answer = await response.json().catch(() => ({}));
      state.waits = pause;
      say(form, `Saved at ${answer.savedAt ?? clockTime()}`);
    } else {
      state.changed = true;
      const isSession = response.type === 'opaqueredirect' || response.status === 401 || response.status === 403;
      say(form, isSession ? signedOut : 'Not saved. Trying again…', true);
      retry(form, state);
    }
  } catch {
    state.changed = true;
    say(form, 'Not saved: no connection. Trying again…', true);
    retry(form, state);
  } finally {
    state.sending = false;
  }
  if (state.again) {
    state.again = false;
    plan(form, state, pause);
  }
}

function retry(form, state) {
  state.waits = Math.min(state.waits * 2, 30_000);
  plan(form, state, state.waits);
}

function plan(form, state, wait) {
  clearTimeout(state.timer);
  state.timer = setTimeout(() => {
    if (state.sending) state.again = true;
    else void sendDraft(form, state);
  }, wait);
}

function watch(form) {
  const state = { changed: false, sending: false, again: false, submitting: false, waits: pause, timer: 0 };
  form.addEventListener('input', () => {
    state.changed = true;
    if (form.dataset.draft) plan(form, state, pause);
  });
  form.addEventListener('submit', () => {
    state.submitting = true;
    clearTimeout(state.timer);
  });
  addEventListener('pageshow', () => {
    state.submitting = false;
  });
  addEventListener('beforeunload', event => {
    if (state.changed && !state.submitting) event.preventDefault();
  });
}

/** Watches every form that keeps a draft or asks not to be lost. */
export function startDrafts() {
  for (const form of document.querySelectorAll('form[data-draft], form[data-keep]')) watch(form);
}
