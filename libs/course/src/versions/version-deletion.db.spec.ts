import { Readable } from 'node:stream';
import { Test, type TestingModule } from '@nestjs/testing';
import { FileStore, PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { scormPackage } from '../../../../test/support/packages';
import { publishedByRows } from '../../../../test/support/through-the-gate';
import { CourseModule } from '../course.module';
import { Courses } from './courses';
import { PackageUploads } from '../uploads/package-uploads.service';
import { VersionDeletion } from './version-deletion.service';

const officer = '5f0c2a34-7b1e-4a53-9c0e-1f6f0c9f0001';

describe('deleting a version', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let deletion: VersionDeletion;
  let store: FileStore;

  beforeAll(async () => {
    database = await cloneDatabase();
    module = await Test.createTestingModule({
      imports: [
        PlatformModule.with(testConfig(database.url), database.source, { clock: new FixedClock() }),
        CourseModule,
      ],
    }).compile();
    await module.init();
    deletion = module.get(VersionDeletion);
    store = module.get(FileStore);
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  async function uploaded(files: Record<string, string>, courseId?: string) {
    const uploads = module.get(PackageUploads);
    const source = Readable.from([await scormPackage({ files })], { objectMode: false });
    const by = { fileName: 'a.zip', uploadedBy: officer, ...(courseId && { courseId }) };
    const done = await uploads.finished(await uploads.receive(source, by));
    return { id: done.id, versionId: done.versionId!, courseId: done.courseId! };
  }
  async function hashOf(versionId: string, path: string): Promise<string> {
    const [row] = await database.source.query<{ sha256: string }[]>(
      `select encode(sha256, 'hex') as sha256 from package_file where version_id = $1 and path = $2`,
      [versionId, path],
    );
    return row!.sha256;
  }

  it('takes its rows, and the files that no other version has', async () => {
    const kept = await uploaded({ 'shared.txt': 'shared', 'old.txt': 'old' });
    const gone = await uploaded({ 'shared.txt': 'shared', 'new.txt': 'new '.repeat(500) }, kept.courseId);
    const [shared, fresh] = [await hashOf(gone.versionId, 'shared.txt'), await hashOf(gone.versionId, 'new.txt')];
    expect([await store.has(fresh), await store.has(fresh, 'gzip')]).toEqual([true, true]);
    await deletion.delete(gone.versionId, officer);
    expect([await store.has(shared), await store.has(fresh), await store.has(fresh, 'gzip')]).toEqual([
      true,
      false,
      false,
    ]);
    expect((await module.get(Courses).versions(kept.courseId)).map(({ id }) => id)).toEqual([kept.versionId]);
    expect(await module.get(PackageUploads).find(gone.id)).toMatchObject({ state: 'accepted', versionId: null });
    const [event] = await database.source.query(`select * from audit_event where action = 'course_version.deleted'`);
    expect(event).toMatchObject({
      actor_id: officer,
      subject_id: gone.versionId,
      detail: { number: 2, moduleToo: false },
    });
  });

  it('takes the module with its only version', async () => {
    const only = await uploaded({ 'a.txt': 'only' });
    await deletion.delete(only.versionId, officer);
    expect(await database.source.query('select from course where id = $1', [only.courseId])).toEqual([]);
    await expect(deletion.delete(only.versionId, officer)).rejects.toMatchObject({ kind: 'not-found' });
  });

  it('keeps the files that something else has the very bytes of', async () => {
    const copy = await uploaded({ 'certificate.pdf': 'the bytes of a certificate' });
    const sha256 = await hashOf(copy.versionId, 'certificate.pdf');
    // Here the other one is the version itself.
    await database.source.query('insert into package_file_to_remove values ($1)', [Buffer.from(sha256, 'hex')]);
    await deletion.removeFiles();
    expect(await store.has(sha256)).toBe(true);
  });

  it('is gone on with at the next start, when it was interrupted before the files were removed', async () => {
    const only = await uploaded({ 'a.txt': 'interrupted' });
    const sha256 = await hashOf(only.versionId, 'a.txt');
    const remove = jest.spyOn(store, 'remove').mockRejectedValueOnce(new Error('killed'));
    await deletion.delete(only.versionId, officer);
    remove.mockRestore();
    expect(await store.has(sha256)).toBe(true);
    await deletion.removeFiles();
    expect(await store.has(sha256)).toBe(false);
  });

  it.each<[string, (version: { versionId: string; courseId: string }) => Promise<unknown>]>([
    ['published', (version) => publishedByRows(database.source, version)],
    [
      'previewed',
      ({ versionId, courseId }) =>
        database.source.query(
          `insert into preview (id, version_id, course_id, person_id, token_hash, journal_key, opened_at, live_until, last_seen_at)
           values (gen_random_uuid(), $1, $2, gen_random_uuid(), '\\x00', '\\x00', now(), now(), now())`,
          [versionId, courseId],
        ),
    ],
    [
      'tested',
      ({ versionId, courseId }) =>
        database.source.query(
          `insert into test_round (id, course_id, version_id, package_sha256, number, focus, checklist, quorum, deadline, opened_by, opened_at)
           select gen_random_uuid(), $2, $1, package_sha256, 1, '', '[]', 2, now(), gen_random_uuid(), now()
           from course_version where id = $1`,
          [versionId, courseId],
        ),
    ],
    [
      'in an override',
      ({ versionId, courseId }) =>
        database.source.query(
          `insert into publish_override (id, version_id, course_id, proposed_by, reason, proposed_at)
           values (gen_random_uuid(), $1, $2, gen_random_uuid(), 'urgent', now())`,
          [versionId, courseId],
        ),
    ],
  ])('is refused for one that was %s, by the service and by the database', async (_, use) => {
    const version = await uploaded({ 'a.txt': 'needed' });
    await use(version);
    expect(await deletion.mayDelete(version.versionId)).toBe(false);
    await expect(deletion.delete(version.versionId, officer)).rejects.toMatchObject({ kind: 'conflict' });
    const byHand = database.source.query('delete from course_version where id = $1', [version.versionId]);
    await expect(byHand).rejects.toThrow(/is needed|violates foreign key/);
    expect(await module.get(Courses).versions(version.courseId)).toHaveLength(1);
  });
});
