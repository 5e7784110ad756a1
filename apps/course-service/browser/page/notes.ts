import { actionElement, type NoticeWords, paragraph } from './notice';
import type { Own } from './watch';

/** What can be said beside the content. Each is said once at a time. */
export type NoteName =
  | 'ended'
  | 'leaving'
  | 'device'
  | 'touched'
  | 'window'
  | 'turn'
  | 'document'
  | 'leftOut'
  | 'finish'
  | 'order'
  | 'closed';

/** Messages above the content, which stays where it is. Nothing is taken away and the focus stays. */
export class Notes {
  private readonly shown = new Map<NoteName, { note: HTMLElement; said: string }>();

  constructor(
    private readonly section: HTMLElement,
    private readonly announcer: HTMLElement,
    private readonly own: Own,
  ) {}

  show(name: NoteName, { title, paragraphs, actions }: NoticeWords): void {
    const note = document.createElement('div');
    note.className = `note note--${name}`;
    const words = document.createElement('div');
    words.className = 'note__words';
    const heading = document.createElement('h2');
    heading.textContent = title;
    words.append(heading, ...paragraphs.map(paragraph));
    const buttons = document.createElement('div');
    buttons.className = 'note__actions';
    buttons.append(...actions.map(actionElement));
    note.append(words, buttons);
    this.hide(name);
    this.shown.set(name, { note, said: note.textContent });
    this.own(() => {
      this.section.append(note);
      this.section.hidden = false;
      this.announcer.textContent = title;
    });
  }

  hide(name: NoteName): void {
    const shown = this.shown.get(name);
    if (!shown) return;
    this.shown.delete(name);
    this.own(() => {
      shown.note.remove();
      this.section.hidden = this.shown.size === 0;
    });
  }

  /** Whether it is there to be read, as it was said. */
  stands(name: NoteName): boolean {
    const shown = this.shown.get(name);
    return shown !== undefined && shown.note.textContent === shown.said && shown.note.checkVisibility();
  }
}
