import { all } from './dom';
import { findAbove } from './find-api';

/** What the council says itself in a module that it has signed off as it is: libs/course makes it, the player's page holds it. */
export interface CouncilWords {
  /** By key: said where the page has an element for it. */
  facts: Record<string, string>;
  /** By screen, paragraph by paragraph: said after it. */
  paragraphs: Record<string, string[]>;
  /** "Checked for … by … on …". */
  checked?: string;
}

/** Nothing in other platforms, and nothing that is not of this form: the page then keeps the words it came with. */
export function councilWords(from: Window): Partial<CouncilWords> {
  const found = findAbove(from, 'inductCouncilWords');
  if (typeof found !== 'string') return {};
  try {
    return (JSON.parse(found) as Partial<CouncilWords> | null) ?? {};
  } catch {
    return {};
  }
}

/** As text and never as markup: whoever types them changes what is read and nothing else. */
export function sayCouncilWords({ facts, paragraphs, checked }: Partial<CouncilWords>): void {
  const byKey = new Map(Object.entries(facts ?? {}));
  for (const place of all('[data-fact]')) {
    const said = byKey.get(place.dataset.fact!);
    if (isText(said)) place.textContent = said;
  }
  const byScreen = new Map(Object.entries(paragraphs ?? {}));
  for (const prose of all('.screen[data-place] > .prose')) {
    const said = byScreen.get(prose.parentElement!.dataset.place!);
    if (Array.isArray(said)) prose.append(ownParagraph(said.filter(isText)));
  }
  if (isText(checked)) all('.cover .facts')[0]?.append(element('li', 'checked', checked));
}

const isText = (said: unknown): said is string => typeof said === 'string' && said !== '';

function ownParagraph(lines: readonly string[]): HTMLElement {
  const block = element('aside', 'council');
  block.append(element('p', 'eyebrow', 'In your council'), ...lines.map((line) => element('p', '', line)));
  return block;
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}
