import type { Standard } from '../activity/activity-tree';
import type { RunTimeCall } from './run-time-log-call';

/** SCORM 1.2 RTE 3.3.4. */
const ERRORS_12: Record<string, string> = {
  '101': 'general exception',
  '201': 'the argument is invalid',
  '202': 'the element cannot have children',
  '203': 'the element is no list, so it cannot be counted',
  '301': 'the session is not open',
  '401': 'there is no such element',
  '402': 'the element’s name is a keyword, which cannot be set',
  '403': 'the element can only be read',
  '404': 'the element can only be written',
  '405': 'the value is not of the kind the element takes',
};

/** SCORM 2004 RTE 3.1.7. */
const ERRORS_2004: Record<string, string> = {
  '101': 'general exception',
  '102': 'the session could not be opened',
  '103': 'the session was open already',
  '104': 'the session is over',
  '111': 'the session could not be ended',
  '112': 'it was ended before it was opened',
  '113': 'it was ended after it was over',
  '122': 'it was read before the session was open',
  '123': 'it was read after the session was over',
  '132': 'it was written before the session was open',
  '133': 'it was written after the session was over',
  '142': 'it was committed before the session was open',
  '143': 'it was committed after the session was over',
  '201': 'the argument is invalid',
  '301': 'the value could not be read',
  '351': 'the value could not be written',
  '391': 'the commit failed',
  '401': 'there is no such element',
  '402': 'the element is not supported',
  '403': 'the element has no value yet',
  '404': 'the element can only be read',
  '405': 'the element can only be written',
  '406': 'the value is not of the kind the element takes',
  '407': 'the value is outside what the element takes',
  '408': 'another element has to be set first',
};

/** `405: the value is not of the kind the element takes`. */
export function errorWords(standard: Standard, code: string): string {
  if (code === '' || code === '0') return '';
  const words = (standard === 'scorm_12' ? ERRORS_12 : ERRORS_2004)[code];
  return words === undefined ? `error ${code}` : `error ${code}: ${words}`;
}

/** `“done”`, cut to what a sentence takes. */
export function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 60 ? `“${line.slice(0, 57)}…”` : `“${line}”`;
}

/** `1:05` of minutes and seconds since the log began. */
export function clockOf(atMs: number): string {
  const seconds = Math.floor(atMs / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

export const thousands = (value: number): string => value.toLocaleString('en-GB');

/** “once”, “twice”, “5 times”. */
export const times = (count: number): string => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`);

/** `LMSSetValue(cmi.core.lesson_status, “completed”) → true`, as a line to read. */
export function callInWords(standard: Standard, given: RunTimeCall): string {
  const { call, element, value, valueLength, answer, error } = given;
  if (call === 'opened') return 'The player opened this part';
  const length = valueLength === null ? '' : ` (${thousands(valueLength)} characters)`;
  const sets = call.endsWith('SetValue') ? `, ${quoted(value)}${length}` : '';
  const wrong = errorWords(standard, error);
  return `${call}(${element}${sets}) → ${quoted(answer)}${wrong === '' ? '' : ` (${wrong})`}`;
}
