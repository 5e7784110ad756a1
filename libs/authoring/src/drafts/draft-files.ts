import { daysLater } from '@induct/platform';
import { DraftTooLarge, DraftUnreadable, TextTooLong } from '../authoring.errors';
import { ABOUT_FILE, changed, type ModuleFiles, REVIEW_FILE, textOf } from '../format/folder';
import { readDetails, setDetails } from '../format/module-text';
import { YamlUnreadable } from '../format/yaml-text';

/** Of all files of a module together, in bytes: what a package may hold is more, and no screen needs it. */
export const LARGEST_DRAFT = 25_000_000;
/** Of one text, in bytes. The longest that ships has a fifth of it; reading much more keeps everybody waiting. */
export const LARGEST_TEXT = 100_000;
const MOST_FILES = 300;

/** Under its own title; what was begun from nothing is looked at on the day it is written. What is copied keeps its days. */
export function named(files: ModuleFiles, title: string, reviewed?: string): ModuleFiles {
  const days = reviewed === undefined ? {} : { reviewed, reviewBy: daysLater(reviewed, 365) };
  const details = setDetails(textOf(files, ABOUT_FILE), { title, ...days });
  const review = textOf(files, REVIEW_FILE).replace(/^# What to check in .*/, () => `# What to check in "${title}"`);
  return changed(files, new Map([[ABOUT_FILE, details], ...(review ? [[REVIEW_FILE, review] as const] : [])]));
}

/** Undefined when it cannot be read. */
export function titleIn(files: ModuleFiles): string | undefined {
  try {
    return readDetails(textOf(files, ABOUT_FILE)).title.trim() || undefined;
  } catch {
    return undefined;
  }
}

/** @throws DraftTooLarge, TextTooLong */
export function mustFit(files: ModuleFiles): void {
  const bytes = [...files.values()].reduce((sum, file) => sum + Buffer.byteLength(file), 0);
  if (bytes > LARGEST_DRAFT || files.size > MOST_FILES) throw new DraftTooLarge();
  for (const file of files.values())
    if (typeof file === 'string' && Buffer.byteLength(file) > LARGEST_TEXT) throw new TextTooLong();
}

/** @throws DraftUnreadable when `read` finds YAML that nobody can read */
export function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof YamlUnreadable) throw new DraftUnreadable(error.message);
    throw error;
  }
}
