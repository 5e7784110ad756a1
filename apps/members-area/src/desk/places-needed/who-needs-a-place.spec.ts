import type { MissingRow } from '@induct/accreditation';
import type { PlannedSession } from '@induct/events';
import { whoNeedsAPlace } from './who-needs-a-place';

const missing = (slug: string, personId: string): MissingRow => ({
  slug,
  title: slug.toUpperCase(),
  personId,
  name: personId,
  politicalGroup: null,
});
const session = (id: string, ...topics: string[]) => ({ id, parts: [{ topics }] }) as unknown as PlannedSession;

it('names whoever is asked for a topic and has no place at any session about it', () => {
  const needed = whoNeedsAPlace(
    [missing('conduct', 'ann'), missing('conduct', 'bob'), missing('conduct', 'cat'), missing('bribery', 'ann')],
    [session('one', 'conduct'), session('two', 'conduct', 'other'), session('three', 'other')],
    [
      { sessionId: 'two', personId: 'bob' },
      { sessionId: 'three', personId: 'ann' },
    ],
  );
  expect(
    needed.map(({ slug, missing: all, people, sessions }) => [
      slug,
      all,
      people.map(({ personId }) => personId),
      sessions.map(({ id }) => id),
    ]),
  ).toEqual([
    ['conduct', 3, ['ann', 'cat'], ['one', 'two']],
    ['bribery', 1, ['ann'], []],
  ]);
});
