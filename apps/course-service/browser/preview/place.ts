import type { Cmi } from '../launch/launch-state';
import { valueAt } from '../run-time/flatten';

/** Where the tester is, as the run-time reports it. */
export interface Place {
  sco: string;
  location: string;
  /** 0 to 1; undefined when the package does not say. */
  progress: number | undefined;
}

export function placeIn(standard: 'API' | 'API_1484_11', sco: string, cmi: Cmi): Place {
  const location = valueAt(cmi, standard === 'API' ? 'cmi.core.lesson_location' : 'cmi.location');
  const said = standard === 'API' ? '' : valueAt(cmi, 'cmi.progress_measure');
  const progress = said === '' ? NaN : Number(said);
  return { sco, location, progress: progress >= 0 && progress <= 1 ? progress : undefined };
}

/** `Part 3 of 18: Playing, at “page-4”, 40 per cent done`. */
export function placeWords(
  place: Pick<Place, 'location' | 'progress'>,
  title: string,
  part?: [number, number],
): string {
  const where = part && part[1] > 1 ? `Part ${part[0]} of ${part[1]}: ${title}` : title;
  const at = place.location === '' ? '' : `, at “${shortened(place.location)}”`;
  const done = place.progress === undefined ? '' : `, ${Math.round(place.progress * 100)} per cent done`;
  return `${where}${at}${done}`;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);
