// Shows what is being typed as members would see it: the form is sent to the frame beside it whenever the typing rests. Nothing is
// saved. Without this there is a button that does the same.
const RESTS_MS = 900;

for (const form of document.querySelectorAll('form[data-shows]')) {
  let timer;
  let shown = '';
  const show = () => {
    const fields = [...new FormData(form)].filter(([, value]) => typeof value === 'string');
    const typed = new URLSearchParams(fields).toString();
    if (typed === shown) return;
    shown = typed;
    // A new frame each time: going back in the browser leads to the page before, not to what was shown before.
    const frame = document.querySelector('[data-preview]');
    const next = frame.cloneNode();
    next.removeAttribute('src');
    frame.replaceWith(next);
    const sent = document.createElement('form');
    Object.assign(sent, { method: 'post', action: form.dataset.shows, target: next.name, hidden: true });
    for (const [name, value] of fields) {
      const input = document.createElement('textarea');
      Object.assign(input, { name, value });
      sent.append(input);
    }
    document.body.append(sent);
    sent.submit();
    sent.remove();
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(show, RESTS_MS);
  });
}

const lastIn = new Map();
document.addEventListener('focusin', ({ target }) => {
  if (target.tagName === 'TEXTAREA') lastIn.set(target.form, target);
});

// A fact of the council, or a law, goes where the cursor stands, or stood last. Without this it is copied from the list.
for (const button of document.querySelectorAll('[data-inserts]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const field = lastIn.get(button.form) ?? button.form.querySelector('textarea');
    field.setRangeText(button.dataset.inserts, field.selectionStart, field.selectionEnd, 'end');
    field.focus();
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
// Of a long list only what has all the words that are typed. Without this the whole list is there.
for (const finder of document.querySelectorAll('[data-finds]')) {
  const field = finder.querySelector('input');
  const facts = [...finder.parentElement.querySelectorAll('.draft-fact')];
  const texts = facts.map((fact) => fact.textContent.toLowerCase());
  finder.hidden = false;
  field.addEventListener('input', (typing) => {
    // It is no part of what is written.
    typing.stopPropagation();
    const words = field.value.toLowerCase().split(/\s+/);
    for (const [at, fact] of facts.entries()) fact.hidden = !words.every((word) => texts[at].includes(word));
  });
  // Enter would save the part.
  field.addEventListener('keydown', (press) => press.key === 'Enter' && press.preventDefault());
}

// A small form at the head of a page is saved before a link to another page of the module is followed: its button is easily forgotten.
for (const form of document.querySelectorAll('form[data-saves-first]')) {
  const typed = () => new URLSearchParams([...new FormData(form)]).toString();
  const before = typed();
  const { savesFirst: module } = form.dataset;
  for (const link of document.querySelectorAll(`a[href="${module}"], a[href^="${module}/"]`)) {
    link.addEventListener('click', (press) => {
      if (typed() === before || press.ctrlKey || press.metaKey || press.shiftKey) return;
      press.preventDefault();
      const next = Object.assign(document.createElement('input'), { type: 'hidden', name: 'next' });
      next.value = link.getAttribute('href');
      form.append(next);
      form.requestSubmit();
    });
  }
}
for (const hint of document.querySelectorAll('[data-without-script]')) hint.hidden = true;
