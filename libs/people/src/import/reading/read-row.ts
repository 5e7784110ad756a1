import { britishDate, type Day, daysLater, writtenDay } from '@induct/platform';
import { CAPACITY_NAMES, type Capacity } from '../../council/council.words';
import { cleanEmail, isEmail, LONGEST_EMAIL } from '../../persons/email-address';
import { isName } from '../../persons/person-name';
import type { Choice } from './choice';
import type { FileRow } from './file-rows';
import { IMPORT_FIELD_NAMES, type ImportField } from './import-field';
import { writtenName } from './person-words';
import { writtenCapacity } from './written-capacity';

/** A row in its meaning: days are days. What it does not say is not there. */
export interface ReadRow {
  number: number;
  name: string;
  /** As written: `Cllr Amara Whitfield`. */
  typedName: string;
  email?: string;
  externalId?: string;
  group?: string;
  district?: string;
  division?: string;
  electedOn?: Day;
  body?: string;
  capacity?: Capacity;
  from?: Day;
  /** The first day that does not belong to it any more. */
  until?: Day;
  /** Whom an officer has said it is about. */
  choice?: Choice | undefined;
  /** What is wrong with it as it stands, each with what to do. */
  problems: string[];
}

const TEXTS = ['externalId', 'group', 'district', 'division', 'body'] as const;
const LONGEST: Partial<Record<ImportField, number>> = { email: LONGEST_EMAIL, body: 200 };
const LONGEST_USUAL = 100;
/** What a spreadsheet would run, or shows where a formula went wrong. A plus before figures is a telephone number. */
const FORMULA = /^\s*(?:[=@＝＠]|[+\-＋－](?!\s*\d[\d ()-]*$)|#(?:REF|NAME\?|VALUE|DIV\/0|N\/A|NUM|NULL)!?)/;

export const isFormula = (text: string): boolean => FORMULA.test(text);

/** What a row means, without looking at the council. */
export function readRow({ number, values }: FileRow): ReadRow {
  const problems: string[] = [];
  for (const [field, text] of Object.entries(values) as [ImportField, string][]) {
    const longest = LONGEST[field] ?? LONGEST_USUAL;
    if (isFormula(text))
      problems.push(
        `${IMPORT_FIELD_NAMES[field]} holds a formula or an error: “${text.length > 80 ? `${text.slice(0, 80)}…` : text}”. Write what it should say`,
      );
    else if (text.length > longest)
      problems.push(`${IMPORT_FIELD_NAMES[field]} must be ${longest} characters or fewer. Shorten it`);
  }
  const typedName = values.name ?? [values.firstName, values.lastName].filter(Boolean).join(' ');
  // A formula is shown as it stands in the file: as a name it would be turned round at its comma.
  const name = isFormula(typedName) ? typedName : writtenName(typedName);
  const row: ReadRow = { number, name, typedName, problems };
  if (!isName(row.name)) problems.push('The name is missing. Write it, or delete the row');
  for (const field of TEXTS) if (values[field] !== undefined) row[field] = values[field].replace(/\s+/g, ' ');
  if (values.email !== undefined) readEmail(row, values.email);
  if (values.capacity !== undefined) readCapacity(row, values.capacity);
  row.electedOn = dayIn(row, values.electedOn);
  row.from = dayIn(row, values.from);
  const last = dayIn(row, values.until);
  if (last !== undefined) row.until = daysLater(last, 1);
  if (row.from !== undefined && last !== undefined && last < row.from) {
    problems.push(
      `It ends on ${britishDate(last)}, before it starts on ${britishDate(row.from)}. Correct one of the two`,
    );
  }
  return row;
}

function readEmail(row: ReadRow, text: string): void {
  const email = cleanEmail(
    cleanEmail(text)
      .replace(/^mailto:/i, '')
      .replace(/^.*<([^<>]+)>$/, '$1'),
  );
  if (isEmail(email)) row.email = email;
  else row.problems.push(`“${text.slice(0, 60)}” is no email address. Write it like name@example.com`);
}

function readCapacity(row: ReadRow, text: string): void {
  row.capacity = writtenCapacity(text);
  if (row.capacity) return;
  const words = Object.values(CAPACITY_NAMES).map((name) => name.toLowerCase());
  row.problems.push(
    `“${text.slice(0, 40)}” is no capacity that is known. Write ${words.slice(0, -1).join(', ')} or ${words.at(-1)}`,
  );
}

function dayIn(row: ReadRow, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const read = writtenDay(text);
  if ('day' in read) return read.day;
  row.problems.push(read.problem);
  return undefined;
}
