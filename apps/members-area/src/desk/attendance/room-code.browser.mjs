// Puts the newest code in the place of the one that is shown, when that is no more the newest.
const LONGEST_S = 30;

function waitFor(shown) {
  const seconds = Number(shown?.dataset.seconds ?? LONGEST_S);
  setTimeout(() => void renew(), Math.min(seconds, LONGEST_S) * 1000 + 200);
}

async function renew() {
  const shown = document.getElementById('room-code');
  const reply = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
  const page = reply?.ok ? new DOMParser().parseFromString(await reply.text(), 'text/html') : undefined;
  const found = page?.getElementById('room-code');
  if (found) shown.replaceWith(found);
  waitFor(found);
}

waitFor(document.getElementById('room-code'));
