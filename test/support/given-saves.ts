import { Launching, Tracking } from '@induct/progress';
import { aPublishedVersion, aTree } from './given-learning';
import type { Desk } from './given-desk';
import { body } from './tracked-learning';

const MINUTE = 60_000;

/** What a module says: its status and its score; `final`: it is closed with it. */
export type Saved = readonly [minutes: number, status: string, raw: number, final?: 'final'];

/** A module is published anew, with a test that asks for 80%. */
export const asksFor80 = ({ database }: Desk, courseId: string): Promise<string> =>
  aPublishedVersion(database.source, courseId, aTree({ one: { masteryScore: 80 } }));

/** Somebody opens a module, and it saves, each time so many minutes after the time before. The clock stands where it stood before. */
export async function aModuleSaves(
  { app, clock }: Desk,
  { personId, courseId }: { personId: string; courseId: string },
  saves: readonly Saved[],
): Promise<void> {
  const before = clock.now();
  const { token } = await app.get(Launching, { strict: false }).open({ personId, courseId });
  for (const [nth, [minutes, lesson_status, raw, final]] of saves.entries()) {
    clock.advance(minutes * MINUTE);
    const core = { lesson_status, score: { raw: String(raw) }, session_time: '0000:01:00', exit: '' };
    await app
      .get(Tracking, { strict: false })
      .commit(token, body({ seq: nth + 1, final: final !== undefined, cmi: { core, suspend_data: '' } }));
  }
  clock.set(before.toISOString());
}
