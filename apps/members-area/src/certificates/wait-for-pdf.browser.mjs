// While a certificate is being prepared: looks again every two seconds and puts the finished one in its place.
const EVERY_MS = 2000;
const MOST_TRIES = 60;

async function look(tries) {
  const reply = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (reply?.ok) {
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const list = page.getElementById('certificates');
    if (list && !list.hasAttribute('data-preparing')) {
      document.getElementById('certificates').replaceWith(list);
      document.getElementById('certificates-status').textContent = 'Your certificate is ready to download.';
      return;
    }
  }
  if (tries > 1) setTimeout(() => void look(tries - 1), EVERY_MS);
}

setTimeout(() => void look(MOST_TRIES), EVERY_MS);
