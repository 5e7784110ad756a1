/** What a column of the file can be. */
export const IMPORT_FIELDS = [
  'name',
  'firstName',
  'lastName',
  'email',
  'externalId',
  'group',
  'district',
  'division',
  'electedOn',
  'body',
  'capacity',
  'from',
  'until',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** How pages name them. */
export const IMPORT_FIELD_NAMES: Record<ImportField, string> = {
  name: 'Full name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'Email address',
  externalId: 'Number in your own system',
  group: 'Political group',
  district: 'District',
  division: 'Division or ward',
  electedOn: 'Day of the election',
  body: 'Committee or other body',
  capacity: 'Capacity: chair, member, substitute …',
  from: 'Member from',
  until: 'Member until, the last day',
};

/** What each column of a file is, in the file's order; null: it is not looked at. */
export type ColumnMatching = readonly (ImportField | null)[];
