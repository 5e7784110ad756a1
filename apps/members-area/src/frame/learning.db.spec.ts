import { randomBytes, randomUUID } from 'node:crypto';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { aCourse, aMember, aTree } from '../../../../test/support/given-learning';
import { LearningQueries } from './learning.queries';

describe('learning as activity', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await cloneDatabase()));
  afterAll(() => database?.drop());

  it('counts what a preview last said, so that no sign-in ends while somebody tests', async () => {
    const personId = await aMember(database.source);
    const { courseId, versionId } = await aCourse(database.source, aTree({ one: {} }));
    const learning = new LearningQueries(database.source);
    expect(await learning.lastLearnedAt(personId)).toBeUndefined();
    const at = new Date('2026-11-22T14:32:00Z');
    await database.source.query(
      `insert into preview (id, version_id, course_id, person_id, token_hash, journal_key, opened_at, live_until,
         last_seen_at)
       values ($1, $2, $3, $4, $5, $5, '2026-11-22T14:00:00Z', $6, $6)`,
      [randomUUID(), versionId, courseId, personId, randomBytes(32), at],
    );
    expect(await learning.lastLearnedAt(personId)).toEqual(at);
  });
});
