// Forms with data-draft: every ten seconds what has been typed since is saved, so that a browser that is closed or goes away loses
// ten seconds at most. The page shows it again. Files are not saved, and saving prolongs no sign-in.
const EVERY_MS = 10_000;

const typedIn = (form) =>
  new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string')).toString();

function keepDrafts(form) {
  let saved = typedIn(form);
  let isSent = false;
  const { pathname, search } = new URL(form.action);
  const page = location.pathname + location.search;
  // Whose page this is: in another tab somebody else may have signed in since.
  const here = new URLSearchParams({ page, action: pathname + search, who: document.body.dataset.signedIn });
  const saving = new AbortController();
  const save = async () => {
    const typed = typedIn(form);
    if (isSent || typed === saved) return;
    const reply = await fetch(`/kept-form/draft?${here}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: typed,
      signal: saving.signal,
    }).catch(() => undefined);
    if (reply?.ok) saved = typed;
  };
  const timer = setInterval(() => void save(), EVERY_MS);
  form.addEventListener('submit', ({ submitter }) => {
    // Sent to a frame of the page, it is only shown there.
    if (submitter?.formTarget) return;
    isSent = true;
    clearInterval(timer);
    saving.abort();
  });
}

export function saveDrafts() {
  if (!document.querySelector('[data-signed-in]')) return;
  for (const form of document.querySelectorAll('form[data-draft]')) keepDrafts(form);
}
