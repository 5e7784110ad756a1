import type { LaunchState } from '../launch/launch-state';
import { Contents } from './contents';
import { keepContentFromLeaving } from './exits';
import { Fit } from './fit';
import { Frame } from './frame';
import type { GuardEvents } from './guard';
import { fullScreenButton } from './full-screen';
import type { Asked } from '../launch/asked';
import { Moves } from './moves';
import { Notes } from './notes';
import { Notice } from './notice';
import { SaveDisplay } from './save-state';
import { say } from '../speech/say';
import { Watch } from './watch';
import { pdfElsewhere, turnYourPhone, windowBlocked } from './words';

export interface Furniture {
  frame: Frame;
  notice: Notice;
  notes: Notes;
  save: SaveDisplay;
  contents: Contents | undefined;
  /** Of a module whose parts have an order. */
  moves: Moves | undefined;
  /** Shows which part is open. */
  current: (sco: string, title: string, parts: string[]) => void;
}

export interface FurnitureEvents {
  open: (sco: string) => void;
  leave: () => void;
  /** A button beside a module whose parts have an order. */
  ask: (asked: Asked) => void;
  /** Content closes its window, or sends the page elsewhere. */
  close: () => void;
  mayLeave: () => boolean;
  /** Something else than the player has changed its page. */
  touched: () => void;
  /** As of GuardEvents. */
  notLetIn?: GuardEvents['notLetIn'];
}

const find = (selector: string): HTMLElement => document.querySelector<HTMLElement>(selector)!;
const findButton = (selector: string): HTMLButtonElement => document.querySelector<HTMLButtonElement>(selector)!;

/** Brings the page the server made to life, as soon as it has been read. */
export async function furnish(state: LaunchState, events: FurnitureEvents): Promise<Furniture> {
  keepContentFromLeaving(events.mayLeave, events.close);
  if (document.readyState === 'loading') {
    await new Promise((done) => document.addEventListener('DOMContentLoaded', done, { once: true }));
  }
  const watch = new Watch(events.touched);
  const { own } = watch;
  const [bar, module, section] = [find('.bar'), find('.module'), find('[data-notes]')];
  const beside = [...document.querySelectorAll('[data-moves]')];
  watch.over([bar, section, find('[data-notice]'), ...beside], [find('.stage'), module, find('#sco')]);
  const notes = new Notes(section, find('[data-announce]'), own);
  const frame: Frame = new Frame(document.querySelector<HTMLIFrameElement>('#sco')!, own, {
    close: events.close,
    ...(events.notLetIn && { notLetIn: events.notLetIn }),
    blocked: (open) =>
      notes.show(
        'window',
        windowBlocked(open, () => notes.hide('window')),
      ),
    pdf: (open) =>
      notes.show(
        'document',
        pdfElsewhere(open, () => notes.hide('document')),
      ),
    begun: () => fit.begin(),
    loaded: (content) => fit.measure(content),
  });
  const fit = fitted(module, frame, notes, watch);
  fullScreenButton(findButton('[data-full-screen]'), own);
  find('[data-exit]').addEventListener('click', (event) => {
    event.preventDefault();
    events.leave();
  });
  const panel = document.querySelector<HTMLElement>('#contents');
  const contents = panel ? new Contents(panel, findButton('[data-contents-toggle]'), events.open) : undefined;
  const part = document.querySelector<HTMLElement>('[data-part]');
  const moves = document.querySelector<HTMLElement>('[data-moves]');
  return {
    frame,
    notice: new Notice(find('[data-notice]'), () => frame.element, own),
    notes,
    save: new SaveDisplay(find('[data-save-state]'), find('[data-announce]'), state.savedAt, own),
    contents,
    moves: moves ? new Moves(moves, own, events.ask) : undefined,
    current(sco, title, parts) {
      contents?.current(sco);
      const nth = parts.indexOf(sco) + 1;
      const words = state.sequencing ? title : say('Part ⟨0⟩ of ⟨1⟩: ⟨2⟩', nth, parts.length, title);
      if (part) own(() => (part.textContent = words));
    },
  };
}

/** The hint to turn the phone is given once. */
function fitted(module: HTMLElement, frame: Frame, notes: Notes, { own }: Watch): Fit {
  let given = false;
  return new Fit(
    module,
    findButton('[data-fit]'),
    () => frame.element,
    own,
    (isHard) => {
      if (isHard && !given)
        notes.show(
          'turn',
          turnYourPhone(() => notes.hide('turn')),
        );
      if (!isHard) notes.hide('turn');
      given ||= isHard;
    },
  );
}
