import { foldName } from '../../persons/name-fold';
import { type ColumnMatching, IMPORT_FIELD_NAMES, IMPORT_FIELDS, type ImportField } from './import-field';

/** How councils and their systems head these columns, folded. */
const HEADINGS: Record<ImportField, string> = {
  name: 'name|full name|member|member name|councillor|councillor name|cllr|person|name of member|name of councillor|display name|enw',
  firstName: 'first name|firstname|forename|forenames|given name|given names|christian name|enw cyntaf',
  lastName: 'last name|lastname|surname|family name|cyfenw',
  email: 'email|email address|e mail address|mail|work email|council email|contact email|ebost',
  externalId:
    'id|external id|member id|person id|councillor id|number|member number|reference|ref|user id|modgov id|employee number|payroll number|number in your own system',
  group: 'group|political group|party|political party|party group|grwp|plaid',
  district: 'district|borough|area',
  division:
    'division|ward|division or ward|electoral division|division ward|ward division|constituency|seat|adran etholiadol',
  electedOn:
    'elected|elected on|election|election date|date elected|date of election|day of the election|date of last election',
  body: 'committee|committee name|body|body name|committee or other body|panel|board|outside body|meeting|appointed to|name of committee|pwyllgor',
  capacity:
    'capacity|role|position|office|post|membership type|type of membership|role on committee|committee role|representing|rol',
  from: 'from|start|start date|date from|since|appointed|appointed on|date appointed|appointment date|member from|begins|joined',
  until: 'until|to|end|end date|date to|ends|left|member until|term ends|last day|expiry|appointment ends',
};

const FIELD_OF = new Map(
  IMPORT_FIELDS.flatMap((field) =>
    [...HEADINGS[field].split('|'), foldName(IMPORT_FIELD_NAMES[field])].map((heading) => [heading, field] as const),
  ),
);

/** `E-mail:` → `email`; in brackets stands how it is to be written. */
const foldHeading = (heading: string): string => foldName(heading.replace(/\(.*?\)/g, ' ').replace(/[_/]/g, ' '));

const fieldOfHeading = (heading: string): ImportField | undefined => FIELD_OF.get(foldHeading(heading));

export interface ProposedMatching {
  columns: ColumnMatching;
  /** Columns that could be the same thing, and of which somebody has to say which it is. From 0. */
  asked: { field: ImportField; columns: number[] }[];
}

/**
 * What the columns are by their headings. Where two could be the same nothing is guessed: they are asked about. Hidden columns
 * are nothing until somebody says so.
 */
export function proposeMatching(headings: readonly string[], hidden: readonly number[] = []): ProposedMatching {
  const fields = headings.map((heading, at) => (hidden.includes(at) ? undefined : fieldOfHeading(heading)));
  const asked = IMPORT_FIELDS.flatMap((field) => {
    const columns = fields.flatMap((one, at) => (one === field ? [at] : []));
    return columns.length > 1 ? [{ field, columns }] : [];
  });
  const open = new Set(asked.flatMap(({ columns }) => columns));
  return { columns: fields.map((field, at) => (field === undefined || open.has(at) ? null : field)), asked };
}

/** Above the headings a title and the day may stand. */
const LOOKED_AT = 10;

/** The row that heads the others: that of the first ten with most headings we know; else the first. @returns from 0 */
export function headingRow(rows: readonly { cells: readonly string[] }[]): number {
  const known = rows.slice(0, LOOKED_AT).map(({ cells }) => cells.filter((cell) => fieldOfHeading(cell)).length);
  return Math.max(0, known.indexOf(Math.max(0, ...known)));
}

/** By this a file is known again: its headings in their order. */
export const headingsKey = (headings: readonly string[]): string => JSON.stringify(headings.map(foldHeading));

/** What cannot be right about a matching, in words for the form; undefined: nothing. */
export function matchingProblem(columns: ColumnMatching): string | undefined {
  const twice = IMPORT_FIELDS.find((field) => columns.filter((one) => one === field).length > 1);
  if (twice) return `Only one column can be “${IMPORT_FIELD_NAMES[twice]}”: choose which`;
  const has = (field: ImportField) => columns.includes(field);
  if (has('name') && (has('firstName') || has('lastName')))
    return 'Choose either “Full name”, or “First name” and “Last name”';
  if (has('firstName') !== has('lastName')) return 'Choose both “First name” and “Last name”, or “Full name”';
  if (!has('name') && !has('lastName')) return 'Choose the column that holds the name of the person';
  return undefined;
}
