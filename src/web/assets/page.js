// Small things that make a page easier with script; each works without it too.

function startNavigation() {
  const toggle = document.querySelector('[data-nav-toggle]');
  if (!(toggle instanceof HTMLElement)) return;
  toggle.hidden = false;
  toggle.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', toggle.getAttribute('aria-expanded') === 'true' ? 'false' : 'true');
  });
}

function startMenus() {
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    for (const menu of document.querySelectorAll('details[data-menu][open]')) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
  document.addEventListener('click', event => {
    for (const menu of document.querySelectorAll('details[data-menu][open]')) {
      if (event.target instanceof Node && !menu.contains(event.target)) menu.open = false;
    }
  });
}

function startStickyHeader() {
  const header = document.querySelector('.rd-casehead');
  if (header === null || !('IntersectionObserver' in window)) return;
  const mark = document.createElement('div');
  header.before(mark);
  new IntersectionObserver(([seen]) => header.classList.toggle('rd-casehead--stuck', !seen.isIntersecting)).observe(
    mark,
  );
}

function startPrinting() {
  for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
  }
}

/** Starts all of them. */
export function startPage() {
  startNavigation();
  startMenus();
  startStickyHeader();
  startPrinting();
}
