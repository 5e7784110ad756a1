import type { PlannedSession } from '@induct/events';
import type { Attender } from './attendance.queries';
import { partWords, titleOf, whenAndWhere } from './session-words';

/** Lines without a name, for those who come and are not among them. */
const EMPTY_LINES = 8;

/** Everybody who may come, with a column a part to sign in. */
export const sheetView = (session: PlannedSession, attenders: readonly Attender[]) => ({
  base: `/admin/programme/sessions/${session.id}`,
  title: titleOf(session),
  when: whenAndWhere(session),
  bring: session.event?.bring,
  parts: session.parts.map((part) => ({
    head: session.parts.length === 1 ? 'Signature' : `Part ${part.number}`,
    times: partWords(part, session),
  })),
  rows: attenders.map(({ name, politicalGroup }) => ({ name, group: politicalGroup })),
  empty: Array.from({ length: EMPTY_LINES }, (_, at) => at + 1),
});
