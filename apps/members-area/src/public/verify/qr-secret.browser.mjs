// The QR code's address ends in "#" and the certificate's secret, which no server is told by that alone. It is taken out of the
// address at once and handed over in a request's body: the full name is then shown. Without this script the page shows
// initials, and compares a name that is typed.
async function showHolder() {
  const secret = /^#([\w-]{20,60})$/.exec(location.hash)?.[1];
  if (!secret) return;
  history.replaceState(null, '', location.pathname);
  const reply = await fetch(location.pathname, {
    method: 'POST',
    headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ k: secret }),
  }).catch(() => undefined);
  if (!reply?.ok) return;
  const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
  const main = page.querySelector('main');
  if (main) document.querySelector('main').replaceWith(document.adoptNode(main));
}

void showHolder();
// Scanned once more while the page is open: nothing is loaded anew by that, and it may have been revoked since.
addEventListener('hashchange', () => void showHolder());
