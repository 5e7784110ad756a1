import { all, one } from './dom';
import type { Visit } from './visit';

/** Films: none is heard from a screen that was left, and one that does not arrive makes room for what is said in it. */
export function startFilms(visit: Visit): void {
  for (const figure of all('[data-video]')) {
    const [film] = all<HTMLVideoElement>('video', figure);
    if (!film) continue;
    const note = one('[data-no-film]', figure);
    const show = (broken: boolean) => {
      film.hidden = broken;
      note.hidden = !broken;
    };
    film.addEventListener('error', () => {
      show(true);
      one<HTMLDetailsElement>('details', figure).open = true;
    });
    one('[data-film-again]', note).addEventListener('click', () => {
      show(false);
      film.load();
      film.focus();
      // What goes wrong is told by the film's error.
      film.play().catch(() => {});
    });
    visit.onArrival(() => film.pause());
  }
}
