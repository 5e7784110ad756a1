/** The one element that must be there. */
export function one<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T {
  const [found] = all<T>(selector, within);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}

export function all<T extends HTMLElement = HTMLElement>(selector: string, within: ParentNode = document): T[] {
  return [...within.querySelectorAll<T>(selector)];
}

/** Does the work when something matching the selector is pressed. */
export function onPress(selector: string, work: (pressed: HTMLElement) => void): void {
  for (const button of all(selector)) button.addEventListener('click', () => work(button));
}
