import { all, onPress } from './dom';

/** Print takes every screen of the module, with what is folded away opened for as long as it takes. */
export function startHandOut(): void {
  let folded: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    folded = all<HTMLDetailsElement>('main details:not([open])');
    for (const details of folded) details.open = true;
  });
  window.addEventListener('afterprint', () => {
    for (const details of folded) details.open = false;
  });
  onPress('[data-print]', () => window.print());
}
