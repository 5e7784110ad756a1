// Shows how many previews are printed. Without this script the page refreshes itself.

const AGAIN_MS = 700;
const root = document.querySelector('[data-previews]');
const bar = root.querySelector('[data-previews-bar]');

/** Asks until they are printed, or cannot be, then shows the page with them. */
async function follow() {
  for (;;) {
    await new Promise((next) => setTimeout(next, AGAIN_MS));
    try {
      const answer = await fetch(`${root.dataset.previews}/progress`, { headers: { accept: 'application/json' } });
      if (answer.status >= 400 && answer.status < 500) break;
      const { running, printed } = await answer.json();
      bar.value = printed;
      if (!running) break;
    } catch {
      // The connection is away for a moment: ask again.
    }
  }
  location.reload();
}

void follow();
