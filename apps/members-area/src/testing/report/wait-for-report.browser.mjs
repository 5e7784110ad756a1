// While a report's PDF is being made: looks again every two seconds and puts the way to download it in its place.
const EVERY_MS = 2000;
const MOST_TRIES = 60;

async function look(tries) {
  const reply = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (reply?.ok) {
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const found = page.getElementById('pdf');
    if (found && !found.hasAttribute('data-preparing')) {
      document.getElementById('pdf').replaceWith(found);
      document.getElementById('pdf-status').textContent = 'The PDF is ready to download.';
      return;
    }
  }
  if (tries > 1) setTimeout(() => void look(tries - 1), EVERY_MS);
}

setTimeout(() => void look(MOST_TRIES), EVERY_MS);
