import type { Own } from './watch';

export interface NoticeAction {
  text: string;
  /** A link when it is an address. */
  go: string | (() => void);
  secondary?: boolean;
}

export interface NoticeWords {
  title: string;
  paragraphs: string[];
  actions: NoticeAction[];
}

/** A message in the place of the content: it replaces it, so nothing behind it can be reached. */
export class Notice {
  constructor(
    private readonly section: HTMLElement,
    private readonly frame: () => HTMLElement,
    private readonly own: Own,
  ) {}

  /** What it says now; nothing while the content is shown. */
  words: NoticeWords | undefined;

  show(words: NoticeWords): void {
    const { title, paragraphs, actions } = (this.words = words);
    const heading = document.createElement('h2');
    heading.textContent = title;
    heading.tabIndex = -1;
    const buttons = document.createElement('div');
    buttons.className = 'notice__actions';
    buttons.append(...actions.map(actionElement));
    this.own(() => {
      this.section.replaceChildren(heading, ...paragraphs.map(paragraph), buttons);
      this.section.hidden = false;
      this.frame().hidden = true;
    });
    heading.focus();
  }

  hide(): void {
    this.words = undefined;
    this.own(() => {
      this.section.hidden = true;
      this.frame().hidden = false;
    });
  }
}

export function paragraph(text: string): HTMLElement {
  const element = document.createElement('p');
  element.textContent = text;
  return element;
}

export function actionElement({ text, go, secondary }: NoticeAction): HTMLElement {
  const element = document.createElement(typeof go === 'string' ? 'a' : 'button');
  element.className = secondary ? 'button button--secondary' : 'button';
  element.textContent = text;
  if (typeof go === 'string') (element as HTMLAnchorElement).href = go;
  else {
    (element as HTMLButtonElement).type = 'button';
    element.addEventListener('click', go);
  }
  return element;
}
