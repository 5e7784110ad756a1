import { britishDate } from '@induct/platform';
import type { Declared, FactKind } from '../declared/declared';

/** What a council may type for a fact of each kind, and what is said when it is something else. */
const FORMS: Record<FactKind, { fits: (words: string) => boolean; problem: string; most: number }> = {
  text: { fits: () => true, problem: '', most: 600 },
  number: { fits: like(/^\d{1,3}(,?\d{3})*$/), problem: 'Enter a whole number, like 81', most: 15 },
  phone: {
    fits: (words) =>
      like(/^(\+\d|0\d)[\d ]*( ext\.? \d{1,6})?$/)(words) && digitsIn(words) >= 9 && digitsIn(words) <= 20,
    problem: 'Enter a telephone number, like 01632 960 041',
    most: 40,
  },
  email: {
    fits: like(/^[^\s@<>"']+@[a-z0-9-]+(\.[a-z0-9-]+)+$/i),
    problem: 'Enter an email address, like name@council.gov.uk',
    most: 200,
  },
  url: { fits: isAddress, problem: 'Enter a web address that begins with https://', most: 300 },
  date: { fits: isDate, problem: 'Enter a date, like 4 May 2027', most: 30 },
};

/** The fact that the product knows by itself, until somebody says it otherwise for the modules. */
export const COUNCIL_NAME = 'council_name';

/** An invented council: what ships is built for it. */
const EXAMPLE = 'Northmoor County Council';

/** Whether what a module came with is true of nobody here: it speaks of the invented council, and this is another. */
export const isOfExample = ({ builtFor }: Pick<Declared, 'builtFor'>, council: string): boolean =>
  builtFor === EXAMPLE && council !== EXAMPLE;

/** What stands for a fact that nobody has filled in. @param team whom members ask */
export const notFilledIn = (label: string, team: string): string => `[${label}: ask ${team}]`;

/** One line, with single spaces; a date as everybody writes it. */
export function tidyFact(kind: FactKind, typed: string): string {
  const words = typed.replace(/\s+/g, ' ').trim();
  return kind === 'date' && isDate(words) ? britishDate(dayOf(words)!) : words;
}

/** What is wrong with it, as a sentence without its full stop. */
export function factProblem(kind: FactKind, words: string): string | undefined {
  const { fits, problem, most } = FORMS[kind];
  if (words === '') return 'Enter what learners are to read';
  if (words.length > most) return `Use ${most} characters or fewer: these are ${words.length}`;
  if (/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/u.test(words)) return 'It holds a character that cannot be seen: type it again';
  return fits(words) ? undefined : problem;
}

/** As the modules print: a telephone number stays on one line, and quotation marks are a printer's. */
export const asPrinted = (words: string): string =>
  words
    .replace(/(?<=\d) (?=\d)/g, '\u00a0')
    .replace(/(?<=^|[\s(–])"/g, '“')
    .replaceAll('"', '”')
    .replace(/(?<=^|[\s(–“])'/g, '‘')
    .replace(/(?<=[\p{L}\p{N}.,?!…])'/gu, '’');

/** A paragraph of the council's own, as the lines that are shown one below the other. */
export const paragraphsOf = (words: string): string[] =>
  words
    .split(/\n\s*\n/)
    .map((paragraph) => asPrinted(paragraph.replace(/\s+/g, ' ').trim()))
    .filter(Boolean);

const FACT = /\{\{\s*([a-z0-9_]+)\s*\}\}/g;

/** A paragraph of a module in pieces; what says a fact has its key. */
export function piecesOf(line: string, said: (key: string) => string | undefined): { text: string; key?: string }[] {
  const pieces: { text: string; key?: string }[] = [];
  let at = 0;
  for (const { 0: whole, 1: key, index } of line.matchAll(FACT)) {
    if (index > at) pieces.push({ text: line.slice(at, index) });
    pieces.push({ text: said(key!) ?? whole, key: key! });
    at = index + whole.length;
  }
  if (at < line.length) pieces.push({ text: line.slice(at) });
  return pieces;
}

/** The keys that a paragraph says. */
export const keysIn = (line: string): string[] => [...line.matchAll(FACT)].map(([, key]) => key!);

function like(pattern: RegExp) {
  return (words: string) => pattern.test(words);
}

const digitsIn = (words: string) => words.replace(/\D/g, '').length;

function isAddress(words: string): boolean {
  const address = URL.canParse(words) ? new URL(words) : undefined;
  return address?.protocol === 'https:' && address.hostname.includes('.') && !address.username && !/\s/.test(words);
}

const MONTHS = 'january february march april may june july august september october november december'.split(' ');

function dayOf(words: string): string | undefined {
  const [, day = '', month = '', year = ''] = /^(\d{1,2}) ([a-z]{3,9}) (\d{4})$/i.exec(words) ?? [];
  const nth = MONTHS.findIndex((name) => month !== '' && name.startsWith(month.toLowerCase())) + 1;
  const iso = `${year}-${String(nth).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = new Date(`${iso}T00:00:00Z`);
  return nth > 0 && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso) ? iso : undefined;
}

function isDate(words: string): boolean {
  return dayOf(words) !== undefined;
}
