/** One element of a run-time's data model: who may use it, and what its value looks like. */
export interface ElementRule {
  name: RegExp;
  access: 'r' | 'w' | 'rw';
  /** Not needed for those that are only read. */
  valid?: (value: string, type: string | undefined) => boolean;
}

export interface DataModel {
  rules: ElementRule[];
  /** Whether what an interaction may hold depends on its type, and so needs the type first. */
  typeFirst: boolean;
}

const like = (pattern: RegExp) => (value: string) => pattern.test(value);
const oneOf =
  (...words: string[]) =>
  (value: string) =>
    words.includes(value);
const upTo = (length: number) => (value: string) => value.length <= length;
const between = (least: number, most: number) => (value: string) =>
  /^-?\d+(\.\d{1,7})?$/.test(value) && Number(value) >= least && Number(value) <= most;
const number = between(-1e10, 1e10);

const list = (item: string, separator: string) => new RegExp(`^${item}(${separator}${item})*$`);
const COMMA = '\\[,\\]';
const SHORT_ID = '[A-Za-z0-9_.-]{1,250}';

/** RTE 1.2 3.4.7. */
const FEEDBACK_12: Record<string, (value: string) => boolean> = {
  'true-false': like(/^[01tf]$/),
  choice: like(list('[a-z0-9]', ',')),
  matching: like(list('[a-z0-9]\\.[a-z0-9]', ',')),
  sequencing: like(list('[a-z0-9]', ',')),
  numeric: number,
};

/** RTE 2004 4th edition, 4.2.9.2. */
const RESPONSE_2004: Record<string, (value: string) => boolean> = {
  'true-false': oneOf('true', 'false'),
  choice: (value) =>
    like(list(SHORT_ID, COMMA))(value) && new Set(value.split('[,]')).size === value.split('[,]').length,
  matching: like(list(`${SHORT_ID}\\[\\.\\]${SHORT_ID}`, COMMA)),
  sequencing: like(list(SHORT_ID, COMMA)),
  numeric: number,
};

/** RTE 2004 4th edition, 4.2.9.1. */
const PATTERN_2004 = {
  ...RESPONSE_2004,
  numeric: (value: string) => {
    const [least, most, ...more] = value.split('[:]');
    return more.length === 0 && number(least!) && number(most ?? '') && Number(least) <= Number(most);
  },
};

const byType =
  (formats: Record<string, (value: string) => boolean>) =>
  (value: string, type: string | undefined): boolean =>
    formats[type ?? '']?.(value) ?? false;

const STATUS_12 = ['passed', 'completed', 'failed', 'incomplete', 'browsed', 'not attempted'];
const IDENTIFIER_12 = like(/^[\x21-\x7e]{1,255}$/);
const TIMESPAN_12 = like(/^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/);

export const scorm12Model: DataModel = {
  typeFirst: false,
  rules: [
    { name: /^cmi\.core\.lesson_location$/, access: 'rw', valid: upTo(255) },
    { name: /^cmi\.core\.lesson_status$/, access: 'rw', valid: oneOf(...STATUS_12) },
    { name: /^cmi\.core\.exit$/, access: 'w', valid: oneOf('time-out', 'suspend', 'logout', '') },
    { name: /^cmi\.core\.session_time$/, access: 'w', valid: TIMESPAN_12 },
    { name: /^cmi\.core\.score\.(raw|min|max)$/, access: 'rw', valid: between(0, 100) },
    { name: /^cmi\.suspend_data$/, access: 'rw', valid: upTo(4096) },
    { name: /^cmi\.(objectives|interactions)\._count$/, access: 'r' },
    { name: /^cmi\.objectives\.\d+\.id$/, access: 'rw', valid: IDENTIFIER_12 },
    { name: /^cmi\.objectives\.\d+\.status$/, access: 'rw', valid: oneOf(...STATUS_12) },
    { name: /^cmi\.objectives\.\d+\.score\.(raw|min|max)$/, access: 'rw', valid: between(0, 100) },
    { name: /^cmi\.interactions\.\d+\.id$/, access: 'w', valid: IDENTIFIER_12 },
    { name: /^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, access: 'w', valid: IDENTIFIER_12 },
    {
      name: /^cmi\.interactions\.\d+\.time$/,
      access: 'w',
      valid: like(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/),
    },
    { name: /^cmi\.interactions\.\d+\.type$/, access: 'w', valid: oneOf(...Object.keys(FEEDBACK_12)) },
    { name: /^cmi\.interactions\.\d+\.correct_responses\.\d+\.pattern$/, access: 'w', valid: byType(FEEDBACK_12) },
    { name: /^cmi\.interactions\.\d+\.weighting$/, access: 'w', valid: number },
    { name: /^cmi\.interactions\.\d+\.student_response$/, access: 'w', valid: byType(FEEDBACK_12) },
    {
      name: /^cmi\.interactions\.\d+\.result$/,
      access: 'w',
      valid: oneOf('correct', 'wrong', 'unanticipated', 'neutral'),
    },
    { name: /^cmi\.interactions\.\d+\.latency$/, access: 'w', valid: TIMESPAN_12 },
  ],
};

const LONG_ID = like(/^[^\s[\]{}]{1,4000}$/);
const INTERVAL = like(/^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/);
const COMPLETION = oneOf('completed', 'incomplete', 'not attempted', 'unknown');
const SUCCESS = oneOf('passed', 'failed', 'unknown');
const TIME_2004 = like(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,2}(Z|[+-]\d\d(:\d\d)?)?)?$/);
/** A text may say its language: {lang=en}. */
const DESCRIPTION = (value: string) => value.replace(/^\{lang=[A-Za-z-]+\}/, '').length <= 250;

export const scorm2004Model: DataModel = {
  typeFirst: true,
  rules: [
    { name: /^cmi\.location$/, access: 'rw', valid: upTo(1000) },
    { name: /^cmi\.completion_status$/, access: 'rw', valid: COMPLETION },
    { name: /^cmi\.success_status$/, access: 'rw', valid: SUCCESS },
    { name: /^cmi\.exit$/, access: 'w', valid: oneOf('time-out', 'suspend', 'logout', 'normal', '') },
    { name: /^cmi\.session_time$/, access: 'w', valid: INTERVAL },
    { name: /^cmi\.progress_measure$/, access: 'rw', valid: between(0, 1) },
    { name: /^cmi\.suspend_data$/, access: 'rw', valid: upTo(64_000) },
    { name: /^cmi\.(objectives\.\d+\.)?score\.scaled$/, access: 'rw', valid: between(-1, 1) },
    { name: /^cmi\.(objectives\.\d+\.)?score\.(raw|min|max)$/, access: 'rw', valid: number },
    { name: /^cmi\.(objectives|interactions)\._count$/, access: 'r' },
    { name: /^cmi\.objectives\.\d+\.id$/, access: 'rw', valid: LONG_ID },
    { name: /^cmi\.objectives\.\d+\.success_status$/, access: 'rw', valid: SUCCESS },
    { name: /^cmi\.objectives\.\d+\.completion_status$/, access: 'rw', valid: COMPLETION },
    { name: /^cmi\.objectives\.\d+\.progress_measure$/, access: 'rw', valid: between(0, 1) },
    { name: /^cmi\.objectives\.\d+\.description$/, access: 'rw', valid: DESCRIPTION },
    { name: /^cmi\.interactions\.\d+\.id$/, access: 'rw', valid: LONG_ID },
    { name: /^cmi\.interactions\.\d+\.objectives\.\d+\.id$/, access: 'rw', valid: LONG_ID },
    { name: /^cmi\.interactions\.\d+\.timestamp$/, access: 'rw', valid: TIME_2004 },
    { name: /^cmi\.interactions\.\d+\.type$/, access: 'rw', valid: oneOf(...Object.keys(RESPONSE_2004)) },
    { name: /^cmi\.interactions\.\d+\.correct_responses\.\d+\.pattern$/, access: 'rw', valid: byType(PATTERN_2004) },
    { name: /^cmi\.interactions\.\d+\.weighting$/, access: 'rw', valid: number },
    { name: /^cmi\.interactions\.\d+\.learner_response$/, access: 'rw', valid: byType(RESPONSE_2004) },
    {
      name: /^cmi\.interactions\.\d+\.result$/,
      access: 'rw',
      valid: oneOf('correct', 'incorrect', 'unanticipated', 'neutral'),
    },
    { name: /^cmi\.interactions\.\d+\.latency$/, access: 'rw', valid: INTERVAL },
    { name: /^cmi\.interactions\.\d+\.description$/, access: 'rw', valid: DESCRIPTION },
  ],
};
