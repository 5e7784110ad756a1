// While a PDF is being made: looks again every two seconds, and puts the part of the page that waits for it in its place.
// That part is marked with data-preparing; the data-ready of what comes in its place says which words tell of it.
const EVERY_MS = 2000;
const MOST_TRIES = 60;

const waiting = document.querySelector('[data-preparing]');

async function look(tries) {
  const reply = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (reply?.ok) {
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const found = page.getElementById(waiting.id);
    if (found && !found.hasAttribute('data-preparing')) {
      waiting.replaceWith(found);
      document.getElementById(`${waiting.id}-status`).textContent = found.dataset.ready ?? waiting.dataset.ready;
      return;
    }
    // Of several, how many there are by now.
    if (found && found.textContent !== waiting.textContent) waiting.replaceChildren(...found.childNodes);
  }
  if (tries > 1) setTimeout(() => void look(tries - 1), EVERY_MS);
}

if (waiting) setTimeout(() => void look(MOST_TRIES), EVERY_MS);
