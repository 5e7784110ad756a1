/** What a column of a programme may hold. */
export const IMPORT_FIELDS = [
  'date',
  'time',
  'from',
  'to',
  'title',
  'kind',
  'state',
  'format',
  'series',
  'order',
  'promised',
  'places',
  'place',
  'link',
  'facilitator',
  'officers',
  'bring',
  'mandatory',
  'audience',
  'districts',
  'topics',
  'about',
  'outcomes',
  'note',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** How the columns are headed in a programme that is given away, and what people call them. */
export const IMPORT_FIELD_NAMES: Record<ImportField, string> = {
  date: 'Date',
  time: 'Time',
  from: 'From',
  to: 'To',
  title: 'Title',
  kind: 'Kind',
  state: 'State',
  format: 'Format',
  series: 'Series',
  order: 'Number in the series',
  promised: 'Sessions promised',
  places: 'Places',
  place: 'Place',
  link: 'Link',
  facilitator: 'Facilitator',
  officers: 'Officers',
  bring: 'To bring',
  mandatory: 'Mandatory',
  audience: 'For',
  districts: 'Districts',
  topics: 'Topics',
  about: 'About',
  outcomes: 'Outcomes',
  note: 'Note',
};

/** What a row says, as it was typed. What is empty is left out. */
export type Cells = Partial<Record<ImportField, string>>;
