import { titleOf, withTitle } from './screen-text';

/** What is in a module's folder, by its path: `module.yaml`, `01-welcome.md`, `media/cycle.svg`. Pictures and films are bytes. */
export type ModuleFiles = ReadonlyMap<string, string | Buffer>;

/** What a change makes of files, by their path; null: it is gone. */
export type FileChanges = ReadonlyMap<string, string | Buffer | null>;

/** A screen of a folder. */
export interface ScreenFile {
  /** Its name without number and ending: what objectives and questions call it. */
  id: string;
  /** From 1, in the order in which it is read. */
  number: number;
  path: string;
  title: string;
  source: string;
}

const SCREEN = /^(\d\d)-([a-z][a-z0-9-]*)\.md$/;
/** Two digits are all a name has for it. */
export const MOST_SCREENS = 99;
const LONGEST_ID = 40;

export const ABOUT_FILE = 'module.yaml';
export const QUESTIONS_FILE = 'questions.yaml';
export const REVIEW_FILE = 'REVIEW.md';

/** Which paths a module's folder may hold, with what they are. */
export function kindOfPath(path: string): 'text' | 'media' | undefined {
  if ([ABOUT_FILE, QUESTIONS_FILE, REVIEW_FILE].includes(path) || SCREEN.test(path)) return 'text';
  return /^media\/[a-z0-9][a-z0-9-]*\.(svg|png|jpg|mp4|vtt)$/.test(path) ? 'media' : undefined;
}

export const textOf = (files: ModuleFiles, path: string): string => {
  const file = files.get(path);
  return typeof file === 'string' ? file : '';
};

/** The screens in the order of their names. */
export const screensOf = (files: ModuleFiles): ScreenFile[] =>
  [...files.keys()]
    .filter((path) => SCREEN.test(path))
    .toSorted()
    .map((path, index) => {
      const source = textOf(files, path);
      return { id: SCREEN.exec(path)![2]!, number: index + 1, path, title: titleOf(source), source };
    });

/** A title as an id that no other has: `what-a-bribe-is`. @param otherwise when nothing of it can be in an id */
export function idFor(title: string, taken: readonly string[], otherwise: string): string {
  const folded = title
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f’']/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+/, '')
    .slice(0, LONGEST_ID - 3)
    .replace(/-[^-]*$/, (tail) => (title.length > LONGEST_ID ? '' : tail))
    .replaceAll(/^-+|-+$/g, '');
  const id = folded.length < 2 ? otherwise : folded;
  let free = id;
  for (let nth = 2; taken.includes(free); nth += 1) free = `${id}-${nth}`;
  return free;
}

/** One screen more, with a title and nothing else, behind that number; 0 for the first. */
export function addScreen(files: ModuleFiles, after: number, title: string): { changes: FileChanges; id: string } {
  const screens = screensOf(files);
  const id = idFor(
    title,
    screens.map((screen) => screen.id),
    'screen',
  );
  const order = screens.toSpliced(after, 0, { id, number: 0, path: '', title, source: withTitle('\n', title) });
  return { id, changes: numbered(files, order) };
}

/** A screen that was there before, under its own name and as near to its own place as there is one. */
export const putScreen = (files: ModuleFiles, screen: ScreenFile): FileChanges =>
  numbered(files, screensOf(files).toSpliced(screen.number - 1, 0, screen));

export const removeScreen = (files: ModuleFiles, id: string): FileChanges =>
  numbered(
    files,
    screensOf(files).filter((screen) => screen.id !== id),
  );

/** Changes places with the screen before or behind it. */
export function moveScreen(files: ModuleFiles, id: string, by: -1 | 1): FileChanges {
  const screens = screensOf(files);
  const at = screens.findIndex((screen) => screen.id === id);
  const [one, other] = [screens[at], screens[at + by]];
  if (!one || !other) return new Map();
  return numbered(files, screens.with(at, other).with(at + by, one));
}

/** Names the screens in their order, and says which files that changes. */
function numbered(files: ModuleFiles, order: readonly ScreenFile[]): FileChanges {
  const wanted = new Map(
    order.map(({ id, source }, index) => [`${String(index + 1).padStart(2, '0')}-${id}.md`, source]),
  );
  const gone = screensOf(files).filter(({ path }) => !wanted.has(path));
  const written = [...wanted].filter(([path, source]) => files.get(path) !== source);
  return new Map([...gone.map(({ path }) => [path, null] as const), ...written]);
}

/** A folder with changes made to it. */
export function changed(files: ModuleFiles, changes: FileChanges): ModuleFiles {
  const next = new Map(files);
  for (const [path, file] of changes) {
    if (file === null) next.delete(path);
    else next.set(path, file);
  }
  return next;
}

/** What makes one folder of another. */
export function changesTo(from: ModuleFiles, to: ModuleFiles): FileChanges {
  const isSame = (one: string | Buffer | undefined, other: string | Buffer) =>
    typeof one === 'string' || typeof other === 'string' || one === undefined ? one === other : one.equals(other);
  return new Map<string, string | Buffer | null>([
    ...[...from.keys()].filter((path) => !to.has(path)).map((path) => [path, null] as const),
    ...[...to].filter(([path, file]) => !isSame(from.get(path), file)),
  ]);
}
