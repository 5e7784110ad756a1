import { daysLater } from '@induct/platform';
import { type ComingSession, toBook } from './to-book';
import { toBookInWords } from './to-book.words';

const NOW = { today: '2026-11-23', now: new Date('2026-11-23T09:00:00Z') };
const MEMBER = { audience: 'member' as const, bodies: ['planning'] };

let day = NOW.today;
/** @param left places that are left; undefined: not counted */
const coming = (id: string, left: number | undefined, more: Partial<ComingSession> = {}): ComingSession => {
  day = daysLater(day, 7);
  const pool = { seat: 'room', audience: 'any', places: 20, opensToAllOn: null } as const;
  return {
    id,
    slug: id,
    title: id,
    state: 'confirmed',
    place: 'The chamber',
    onlineUrl: null,
    bodyId: null,
    startsAt: new Date(`${day}T09:30:00Z`),
    topics: ['conduct'],
    on: day,
    from: '09:30',
    pools: left === undefined ? [] : [{ ...pool, taken: 20 - left }],
    own: null,
    ...more,
  };
};
const think = (...sessions: ComingSession[]) => toBook('conduct', sessions, MEMBER, NOW);
beforeEach(() => (day = NOW.today));

describe('the session to think of for a topic', () => {
  it('is the first with a place for them, and says how many are left', () => {
    const session = think(coming('full', 0), coming('other', 9, { topics: ['bias'] }), coming('two', 3));
    expect(toBookInWords({ session, missed: { title: 'Gone', on: '2026-11-02' } })).toEqual([
      'You had a place at “Gone” on 2 November 2026, and are not down as having been there.',
      'You can come to “two” on Monday 14 December 2026 at 9.30am: 3 places are left.',
    ]);
    expect(toBookInWords({ session: think(coming('free', undefined)), missed: undefined })[0]).toMatch(/9\.30am\.$/);
  });

  it('is the one they have a place at, else the one they wait for, before any other', () => {
    const [free, waits] = [coming('free', 9), coming('waits', 0, { own: 'waiting' })];
    expect(toBookInWords({ session: think(free, waits), missed: undefined })[0]).toMatch(
      /^You are on the waiting list/,
    );
    expect(think(free, waits, coming('has', 0, { own: 'booked' }))).toMatchObject({ slug: 'has', has: 'place' });
  });

  it('is one with a waiting list where all are full, and none that is for others', () => {
    const theirs = coming('theirs', 9, { bodyId: 'licensing' });
    expect(think(theirs, coming('full', 0), coming('later', 0))).toMatchObject({ slug: 'full', left: 0 });
    expect(think(theirs)).toBeUndefined();
    expect(think(coming('mine', 9, { bodyId: 'planning' }))).toMatchObject({ slug: 'mine' });
  });
});
