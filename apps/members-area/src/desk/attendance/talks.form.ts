import { ATTENDANCE_VALUES, type AttendanceValue, type TalkTick } from '@induct/events';
import type { Fields } from '../../forms/form-problems';
import { isId } from '../../frame/not-here';

const valueOf = (text: unknown): AttendanceValue | null => ATTENDANCE_VALUES.find((known) => known === text) ?? null;

/** Fields are `tick.<session>.<person>`, and `seen.…` for what stood there before; what is none of ours is left out. */
export function readTalkTicks(sent: Fields): TalkTick[] {
  return Object.entries(sent).flatMap(([field, text]) => {
    const [kind, sessionId = '', personId = ''] = field.split('.');
    const value = valueOf(text);
    if (kind !== 'tick' || value === null || !isId(sessionId) || !isId(personId)) return [];
    return [{ sessionId, personId, value, seen: valueOf(sent[`seen.${sessionId}.${personId}`]) }];
  });
}
