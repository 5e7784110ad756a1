/** Who may find something: everybody, whoever has no account, whoever has one, or a role. */
export type SearchAudience =
  'public' | 'stranger' | 'signed-in' | 'member' | 'tester' | 'champion' | 'officer' | 'administrator' | 'auditor';

export type SearchLanguage = 'en' | 'cy';

/** Something that can be found: one for each page and language, written by the lib whose page it is. */
export interface Searchable {
  /** What it is, as the filter of the page has it: `module`, `event`, `handbook`. */
  kind: string;
  /** Which one, by a key that never changes. A text of one district has the district in it: two of them are two subjects. */
  subject: string;
  language: SearchLanguage;
  /** Nobody else finds it: name all who may open `path`. */
  audiences: readonly SearchAudience[];
  /** The id of the only district whose people find it (officers find all). Left out: every district. */
  district?: string | null;
  title: string;
  /** Plain text, no mark-up. What is beyond 200,000 characters is not searched. */
  body: string;
  /** Where it is read, on this site: `/modules/planning`. */
  path: string;
  /**
   * When it was published or last changed in a way that readers should hear of: it is "new" on their home pages. Left out: when it
   * was first kept.
   */
  newAt?: Date;
  /** With neither an entry nor `newAt` there: since when it could be read, as far as is known. Left out: since now. */
  firstAt?: Date;
}

/** A text search vector holds 1 MB, and nobody reads on after some hundred pages. */
const LONGEST = 200_000;

/** What the database cannot keep, and the two marks that stand around a word that was found. */
const NO_TEXT = /[\0\uE000\uE001]/g;

/** UTF-8 has no half of a letter: cut or sent, it becomes the sign for a letter that is missing. */
export const wholeLetters = (text: string): string => text.replace(/\p{Surrogate}/gu, '\uFFFD');

/** As it is kept: composed letters, nothing that is no text, no longer than can be searched. */
export const keptText = (text: string): string =>
  wholeLetters(text.normalize('NFC').replace(NO_TEXT, ' ').slice(0, LONGEST));
