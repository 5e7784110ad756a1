import type { LaunchState } from '../launch-state';
import { Contents } from './contents';
import { keepContentFromLeaving } from './exits';
import { Frame } from './frame';
import { fullScreenButton } from './full-screen';
import { Notice } from './notice';
import { SaveDisplay } from './save-state';

export interface Furniture {
  frame: Frame;
  notice: Notice;
  save: SaveDisplay;
  contents: Contents | undefined;
  /** Shows which part is open. */
  current: (sco: string, title: string, parts: string[]) => void;
}

export interface FurnitureEvents {
  open: (sco: string) => void;
  leave: () => void;
  mayLeave: () => boolean;
}

const find = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;
const findFrame = (): HTMLIFrameElement => document.querySelector<HTMLIFrameElement>('#sco')!;
const findButton = (selector: string): HTMLButtonElement => document.querySelector<HTMLButtonElement>(selector)!;

/** Brings the page the server made to life, as soon as it has been read. */
export async function furnish(state: LaunchState, events: FurnitureEvents): Promise<Furniture> {
  keepContentFromLeaving(events.mayLeave, events.leave);
  if (document.readyState === 'loading') {
    await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  }
  const frame = new Frame(findFrame(), events.leave);
  const notice = new Notice(find('[data-notice]'), findFrame());
  const save = new SaveDisplay(find('[data-save-state]'), find('[data-announce]'), state.savedAt);
  fullScreenButton(findButton('[data-full-screen]'));
  find('[data-exit]').addEventListener('click', (event) => {
    event.preventDefault();
    events.leave();
  });
  const panel = document.querySelector<HTMLElement>('#contents');
  const contents = panel ? new Contents(panel, findButton('[data-contents-toggle]'), events.open) : undefined;
  const part = document.querySelector<HTMLElement>('[data-part]');
  return {
    frame,
    notice,
    save,
    contents,
    current(sco, title, parts) {
      contents?.current(sco);
      if (part) part.textContent = `Part ${parts.indexOf(sco) + 1} of ${parts.length}: ${title}`;
    },
  };
}
