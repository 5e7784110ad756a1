import { ABOUT_FILE, type ModuleFiles, screensOf, textOf } from '../format/folder';
import { readDetails } from '../format/module-text';
import type { KitProblem } from '../kit/kit.service';
import { withoutEchoes } from './guess-words';
import { type Place, placesIn } from './places';
import { plainWords } from './plain-words';

/** Something that is wrong with a module, or worth a look, where it is and in plain words. */
export interface DraftProblem {
  isError: boolean;
  /** It cannot be built before that is mended. */
  stops: boolean;
  place: Place;
  words: string;
}

/** What the kit found in these files, where it is and as those who write say it. */
export function problemsIn(files: ModuleFiles, problems: readonly KitProblem[]): DraftProblem[] {
  const names = namesIn(files);
  const placeOf = placesIn(files);
  return withoutEchoes(problems).map((problem) => ({
    isError: problem.severity === 'error',
    stops: problem.stops === true,
    place: placeOf(problem),
    words: called(plainWords(problem.message), names),
  }));
}

/** What those who write call what the files know by an id: an aim by its words, a screen by its title. */
function namesIn(files: ModuleFiles): ReadonlyMap<string, string> {
  const screens = screensOf(files).map(({ id, title }) => [id, title] as const);
  try {
    const aims = readDetails(textOf(files, ABOUT_FILE)).objectives.map(({ id, text }) => [id, text] as const);
    return new Map([...screens, ...aims]);
  } catch {
    // That the details cannot be read is a problem of its own.
    return new Map(screens);
  }
}

const called = (words: string, names: ReadonlyMap<string, string>): string =>
  words.replaceAll(/“([a-z][a-z0-9-]*)”/g, (quoted, id: string) => (names.has(id) ? `“${names.get(id)}”` : quoted));
