import { type Body, IMPORT_FIELD_NAMES, IMPORT_FIELDS, type MembershipImport, type SheetToMatch } from '@induct/people';
import { britishDate } from '@induct/platform';
import type { Fields, FormProblems } from '../../forms/form-problems';
import { counted } from '../../words/counted';
import { columnsOf } from './columns.form';

interface ColumnsPage {
  one: Pick<MembershipImport, 'id' | 'fileName' | 'day' | 'complete' | 'bodyId' | 'state'>;
  sheets: readonly SheetToMatch[];
  /** Which sheet is looked at, from 0. */
  at: number;
  bodies: readonly Body[];
  /** As typed; undefined when the form is shown for the first time. */
  form?: Fields | undefined;
}

/** The page on which columns are matched: each with what stands in it. */
export function columnsView({ one, sheets, at, bodies, form }: ColumnsPage, problems: FormProblems) {
  const sheet = sheets[at]!;
  const href = `/admin/memberships/import/${one.id}`;
  const chosen = form ? columnsOf(form, sheet.headings.length) : sheet.columns;
  const typed = form?.['body'];
  const body = typeof typed === 'string' ? typed : (one.bodyId ?? '');
  return {
    href,
    fileName: one.fileName,
    hasPreview: one.state === 'preview',
    at,
    sheets:
      sheets.length > 1 &&
      sheets.map(({ name, rows }, nth) => ({
        text: `${name} (${counted(rows, 'row')})`,
        href: `${href}/columns?sheet=${nth}`,
        isShown: nth === at,
      })),
    notes: notesOf(sheet),
    asked: form
      ? []
      : sheet.asked.map(({ field, columns }) => ({
          what: IMPORT_FIELD_NAMES[field],
          headings: columns.map((column) => `“${sheet.headings[column]!.text}” (column ${column + 1})`).join(' and '),
        })),
    columns: sheet.headings.map(({ text, examples, isHidden }, column) => ({
      id: `column-${column}`,
      label: `${column + 1}. ${text}${isHidden ? ' (hidden in the workbook)' : ''}`,
      hint: examples.length > 0 ? `For example: ${examples.map(short).join(' · ')}` : 'Empty',
      items: [
        { value: '', text: 'Not used', selected: chosen[column] === null },
        ...IMPORT_FIELDS.map((field) => ({
          value: field,
          text: IMPORT_FIELD_NAMES[field],
          selected: chosen[column] === field,
        })),
      ],
    })),
    day: form?.['day'] ?? britishDate(one.day),
    complete: form ? form['complete'] === 'yes' : one.complete,
    bodies: [
      { value: '', text: 'The council itself', selected: body === '' },
      ...bodies.map(({ id, name }) => ({ value: id, text: name, selected: id === body })),
    ],
    ...problems,
  };
}

function notesOf({ rows, more, hiddenRows, isRemembered }: SheetToMatch): string[] {
  return [
    more
      ? 'The list has more than 5,000 rows. Divide it into several files and upload one after the other.'
      : `${counted(rows, 'row')} below the headings.`,
    hiddenRows > 0 &&
      `${counted(hiddenRows, 'row')} hidden in the workbook ${hiddenRows === 1 ? 'is' : 'are'} left out. Show them there and upload it again if they belong to the list.`,
    isRemembered && 'The columns are matched as they were the last time a list had these headings.',
  ].filter((note) => note !== false);
}

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
