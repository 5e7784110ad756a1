// Shows how far it is worked out. Without this script the page refreshes itself.

const AGAIN_MS = 500;
const root = document.querySelector('[data-effects]');
const [says, bar, announce] = ['says', 'bar', 'announce'].map((part) => root.querySelector(`[data-effects-${part}]`));

/** Asks until it is over, then shows the page with the result. */
async function follow() {
  for (;;) {
    await new Promise((next) => setTimeout(next, AGAIN_MS));
    try {
      const answer = await fetch(`${root.dataset.effects}/progress`, { headers: { accept: 'application/json' } });
      if (answer.status >= 400 && answer.status < 500) break;
      const { running, people, done } = await answer.json();
      if (!running) break;
      if (people === null) continue;
      const percent = Math.floor((100 * done) / Math.max(1, people));
      bar.value = percent;
      says.textContent = `${done} of ${people} people looked at`;
      // Screen readers hear every quarter, not every per cent.
      const heard = `${Math.floor(percent / 25) * 25} per cent`;
      if (announce.textContent !== heard) announce.textContent = heard;
    } catch {
      // The connection is away for a moment: ask again.
    }
  }
  location.reload();
}

void follow();
