// A box with data-finder="/known" shows whom it finds as one types. Each result is a button of the form: choosing one needs no script.

const pause = 200;

async function look(finder, input, state) {
  const text = input.value.trim();
  const results = finder.querySelector('[data-finder-results]');
  const found = finder.querySelector('[data-finder-found]');
  if (text === state.shown) return;
  state.asked += 1;
  const asked = state.asked;
  if (text.length < 3) {
    results.replaceChildren();
    state.shown = text;
    return;
  }
  try {
    const response = await fetch(`${finder.dataset.finder}?q=${encodeURIComponent(text)}`, { redirect: 'manual' });
    // An answer that was overtaken by another letter is not shown.
    if (!response.ok || asked !== state.asked) return;
    results.innerHTML = await response.text();
    found.value = text;
    state.shown = text;
  } catch {
    // No connection: the button still looks.
  }
}

function start(finder) {
  const input = finder.querySelector('[data-finder-input]');
  const state = { asked: 0, shown: input.value.trim(), timer: 0 };
  input.addEventListener('input', () => {
    clearTimeout(state.timer);
    state.timer = setTimeout(() => void look(finder, input, state), pause);
  });
  input.addEventListener('keydown', event => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    clearTimeout(state.timer);
    void look(finder, input, state);
  });
}

/** Starts every finder of the page. */
export function startFinders() {
  for (const finder of document.querySelectorAll('[data-finder]')) start(finder);
}
