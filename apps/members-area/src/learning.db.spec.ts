import { randomBytes, randomUUID } from 'node:crypto';
import { Test, type TestingModule } from '@nestjs/testing';
import { PlatformModule, QueueModule } from '@induct/platform';
import { LearningActivity } from '@induct/sign-in';
import { testConfig } from '../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { aCourse, aMember, aTree } from '../../../test/support/given-learning';
import { LearningModule } from './learning.module';

describe('learning as activity', () => {
  let database: TestDatabase;
  let module: TestingModule;
  beforeAll(async () => {
    database = await cloneDatabase();
    module = await Test.createTestingModule({
      imports: [
        PlatformModule.with(testConfig(database.url), database.source),
        QueueModule.forUrl(database.url),
        LearningModule,
      ],
    }).compile();
  });
  afterAll(async () => {
    await module?.close();
    await database?.drop();
  });

  it('counts what a preview last said, so that no sign-in ends while somebody tests', async () => {
    const personId = await aMember(database.source);
    const { courseId, versionId } = await aCourse(database.source, aTree({ one: {} }));
    const learning = module.get(LearningActivity);
    expect(await learning.lastLearnedAt(personId)).toBeUndefined();
    const at = new Date('2026-11-22T14:32:00Z');
    await database.source.query(
      `insert into preview (id, version_id, course_id, person_id, token_hash, journal_key, opened_at, live_until,
         last_seen_at)
       values ($1, $2, $3, $4, $5, $5, '2026-11-22T14:00:00Z', $6, $6)`,
      [randomUUID(), versionId, courseId, personId, randomBytes(32), at],
    );
    expect(await learning.lastLearnedAt(personId)).toEqual(at);
    const registrationId = randomUUID();
    const attemptId = randomUUID();
    await database.source.query(
      `insert into registration (id, person_id, course_id, started_at, recorded_at) values ($1, $2, $3, $4, $4)`,
      [registrationId, personId, courseId, at],
    );
    await database.source.query(
      `insert into attempt (id, registration_id, version_id, number, journal_key, started_at, recorded_at)
       values ($1, $2, $3, 1, $4, $5, $5)`,
      [attemptId, registrationId, versionId, randomBytes(32), at],
    );
    const later = new Date('2026-11-22T15:10:00Z');
    await database.source.query(
      `insert into launch (id, attempt_id, number, token_hash, opened_at, live_until, last_commit_at)
       values ($1, $2, 1, $3, '2026-11-22T15:00:00Z', $4, $4)`,
      [randomUUID(), attemptId, randomBytes(32), later],
    );
    expect(await learning.lastLearnedAt(personId)).toEqual(later);
  });
});
