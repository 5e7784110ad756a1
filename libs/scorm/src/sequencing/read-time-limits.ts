import { parseTime } from '../activity/time';
import { DURATIONS, type TimeLimits } from './definition';

/** The time limits of `limitConditions` (SN 3.7; IMS SS binding), by its attributes in small letters. What cannot be read limits nothing. */
export function timeLimitsOf(attributes: Record<string, string> | undefined): TimeLimits | undefined {
  if (!attributes) return undefined;
  const limits: TimeLimits = {};
  for (const name of DURATIONS) {
    const hundredths = parseTime('scorm_2004', attributes[`${name.toLowerCase()}durationlimit`] ?? '');
    if (hundredths !== undefined) limits[name] = hundredths * 10;
  }
  const begin = moment(attributes['begintimelimit'], 'first');
  const end = moment(attributes['endtimelimit'], 'last');
  if (begin !== undefined) limits.begin = begin;
  if (end !== undefined) limits.end = end;
  return Object.keys(limits).length > 0 ? limits : undefined;
}

/** Attributes of `limitConditions` that limit time. */
export const TIME_LIMITS: readonly string[] = [
  ...DURATIONS.map((name) => `${name.toLowerCase()}durationlimit`),
  'begintimelimit',
  'endtimelimit',
];

const DATE_TIME = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d:\d\d(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?)?$/;
const WHOLE_DAY = { first: '00:00:00', last: '23:59:59.999' };

/**
 * An xs:dateTime, in milliseconds since 1970. Without a zone it is taken as UTC, so that it is the same moment in every browser and on
 * the server; a day alone, which the schema does not allow, is taken with all its hours.
 */
function moment(text: string | undefined, ofDay: 'first' | 'last'): number | undefined {
  const [, day, time = WHOLE_DAY[ofDay], zone = 'Z'] = DATE_TIME.exec(text?.trim() ?? '') ?? [];
  if (day === undefined) return undefined;
  const at = Date.parse(`${day}T${time}${zone}`);
  return Number.isNaN(at) ? undefined : at;
}
