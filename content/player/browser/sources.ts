import { all } from './dom';

/** Pressing "Source" behind a statement shows where it stands in law. Explanations of answers come later than the page. */
export function startSources(): void {
  document.addEventListener('click', (event) => {
    const button = (event.target as Element).closest('.source button');
    if (!button) return;
    const open = button.getAttribute('aria-expanded') !== 'true';
    button.setAttribute('aria-expanded', String(open));
    for (const words of all('.source-words', button.parentElement!)) words.hidden = !open;
  });
}
