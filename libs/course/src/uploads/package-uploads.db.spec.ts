import { randomUUID } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { Test, type TestingModule } from '@nestjs/testing';
import type { ActivityTree } from '@induct/scorm';
import { type Config, FileStore, PlatformModule, Transactions } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { manifestXml, scormPackage, zip } from '../../../../test/support/packages';
import { aPassedRound } from '../../../../test/support/through-the-gate';
import { CourseNotFound } from '../versions/course.errors';
import { CourseModule } from '../course.module';
import { Courses } from '../versions/courses';
import { refusal } from '../reading/package-report';
import { PackageUploads } from './package-uploads.service';
import { RunningUpload } from './running-upload';
import { UploadRepository } from './upload.repository';
import { type CourseDescription, Publishing } from '../publishing/publishing.service';
import { VersionRepository } from '../versions/version.repository';
import { VersionStates } from '../publishing/version-states';

const officer = '5f0c2a34-7b1e-4a53-9c0e-1f6f0c9f0001';
const description = { title: 'Golf', summary: 'How to play', minutes: 20, core: true };

describe('uploading a package', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let config: Config;
  let uploads: PackageUploads;
  let courses: Courses;
  let publishing: Publishing;
  const clock = new FixedClock();

  beforeAll(async () => {
    database = await cloneDatabase();
    config = testConfig(database.url, { UPLOAD_MAX_BYTES: '200000' });
    module = await Test.createTestingModule({
      imports: [PlatformModule.with(config, database.source, { clock }), CourseModule],
    }).compile();
    await module.init();
    uploads = module.get(PackageUploads);
    courses = module.get(Courses);
    publishing = module.get(Publishing);
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  const upload = async (data: Buffer, courseId?: string) => {
    const by = { fileName: 'module.zip', uploadedBy: officer, ...(courseId ? { courseId } : {}) };
    return await uploads.finished(await uploads.receive(Readable.from([data], { objectMode: false }), by));
  };
  /** On the ground of a round whose tester signed it off. */
  const publish = (versionId: string, said: CourseDescription) =>
    module.get(Transactions).run(async (tx) => {
      const version = (await module.get(VersionStates).lock(tx, versionId))!;
      const ground = { ground: 'round' as const, roundId: await aPassedRound(tx, versionId) };
      const refresh = { policy: 'nothing' as const, changeNote: '', halfWay: 'finish_old' as const };
      await publishing.publish(tx, { version, by: officer, description: said, refresh, ground });
    });
  const count = async (table: string) => {
    const [row] = await database.source.query<{ count: number }[]>(`select count(*)::int as count from ${table}`);
    return row!.count;
  };
  const rows = async () => [await count('course'), await count('course_version'), await count('package_file')];
  /** Everything in the store but empty folders. */
  const stored = () =>
    readdirSync(join(config.DATA_DIR, 'files'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ name }) => name)
      .toSorted();
  const codes = (report: { findings: { code: string }[] } | null) => report?.findings.map(({ code }) => code);

  it('makes a course with a version, and stores its files once, text compressed too', async () => {
    const text = 'All the words of a long page. '.repeat(100);
    const files = { 'a/page.html': text, 'a/same.html': text, 'picture.png': Buffer.alloc(600, 7) };
    const done = await upload(await scormPackage({ title: 'Planning: the basics', files }));
    expect(done).toMatchObject({ state: 'accepted', progress: null, report: { accepted: true, files: 5 } });
    const version = await courses.version(done.versionId!);
    expect(version).toMatchObject({
      number: 1,
      state: 'draft',
      standard: 'scorm_12',
      title: 'Planning: the basics',
      courseId: done.courseId,
    });
    const file = await courses.file(version!.key, 'a/page.html');
    expect(file).toMatchObject({ bytes: text.length, contentType: 'text/html' });
    const store = module.get(FileStore);
    const compressed = await store.read(file!.sha256, 'gzip');
    expect(compressed).toHaveLength(file!.gzipBytes!);
    expect(gunzipSync(compressed).toString()).toBe(text);
    expect((await courses.file(version!.key, 'A/SAME.HTML'))?.sha256).toBe(file!.sha256);
    expect((await courses.file(version!.key, 'picture.png'))?.gzipBytes).toBeNull();
    expect(await courses.file(version!.key, 'gone.html')).toBeUndefined();
    expect(await courses.file('no-such-key', 'a/page.html')).toBeUndefined();
    const [course] = await database.source.query<{ slug: string }[]>('select slug from course where id = $1', [
      done.courseId,
    ]);
    expect(course!.slug).toBe('planning-the-basics');
  });

  it('makes a new version of a course, which others keep the same files as', async () => {
    const first = await upload(await scormPackage({ title: 'Standards', files: { 'big.txt': 'x'.repeat(5000) } }));
    const before = stored();
    const again = await upload(
      await scormPackage({ title: 'Standards', files: { 'big.txt': 'x'.repeat(5000), 'new.bin': 'new' } }),
      first.courseId!,
    );
    expect(again).toMatchObject({ state: 'accepted', courseId: first.courseId });
    expect(await courses.versions(first.courseId!)).toMatchObject([{ number: 2 }, { number: 1 }]);
    expect(stored()).toHaveLength(before.length + 1);
  });

  it('gives two courses of one title addresses of their own', async () => {
    const one = await upload(await scormPackage({ title: 'Twins' }));
    const other = await upload(await scormPackage({ title: 'Twins' }));
    const slugs = await database.source.query<{ slug: string }[]>(
      'select slug from course where id = any($1) order by slug',
      [[one.courseId, other.courseId]],
    );
    expect(slugs.map(({ slug }) => slug)).toEqual(['twins', 'twins-2']);
  });

  it('keeps files larger than four bytes can count', async () => {
    const { versionId, courseId } = await upload(await scormPackage({ title: 'Large' }));
    const bytes = 3 * 1024 ** 3;
    const film = { path: 'film.mp4', sha256: 'f1'.repeat(32), bytes, contentType: 'video/mp4', gzipBytes: null };
    const text = { path: 'data.json', sha256: 'f2'.repeat(32), bytes, contentType: 'text/json', gzipBytes: bytes - 1 };
    const large = await module.get(Transactions).run(async (tx) => {
      const versions = module.get(VersionRepository);
      const [row] = await tx.query<{ manifest: ActivityTree; key: string }[]>(
        'select manifest, key from course_version where id = $1',
        [versionId],
      );
      const more = { id: '5f0c2a34-7b1e-4a53-9c0e-1f6f0c9f00aa', courseId: courseId!, key: `${row!.key}-large` };
      const by = { uploadedBy: officer, uploadedAt: clock.now(), packageSha256: Buffer.alloc(32) };
      await versions.add(tx, {
        ...more,
        ...by,
        tree: row!.manifest,
        files: [film, text],
        outside: [],
        bytes: 2 * bytes,
      });
      return { key: more.key, stored: await versions.stored(tx, [text.sha256]) };
    });
    expect(await courses.file(large.key, 'film.mp4')).toMatchObject({ bytes, gzipBytes: null });
    expect(large.stored.get(text.sha256)).toBe(bytes - 1);
  });

  it('leaves nothing of a refused package but its report', async () => {
    const before = [stored(), await rows()];
    const data = await zip({ 'imsmanifest.xml': manifestXml(), 'other.html': 'no sco-1.html' });
    const done = await upload(data);
    expect([done.state, codes(done.report)]).toEqual([
      'refused',
      ['missing-launch-file', 'nothing-to-launch', 'missing-files'],
    ]);
    expect([stored(), await rows()]).toEqual(before);
  });

  it('leaves nothing of a package that is damaged in its last file', async () => {
    const before = [stored(), await rows()];
    const data = await scormPackage({ files: { 'z.txt': 'the last file, '.repeat(50) } });
    const damaged = Buffer.from(data);
    // Behind the name of its local header, which comes first: in the middle of its compressed data.
    damaged[data.indexOf('z.txt') + 12]! ^= 0xff;
    const done = await upload(damaged);
    expect([done.state, codes(done.report)]).toEqual(['refused', ['damaged']]);
    expect([stored(), await rows()]).toEqual(before);
  });

  it('does not say that it is still going on, or that the sender broke off, when our disk is full', async () => {
    const full = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'mkdir' });
    jest.spyOn(module.get(FileStore), 'stage').mockRejectedValueOnce(full);
    const receiving = uploads.receive(Readable.from([Buffer.alloc(10)]), { fileName: 'full.zip', uploadedBy: officer });
    await receiving;
    const [row] = await database.source.query<{ state: string; report: { findings: { code: string }[] } }[]>(
      `select state, report from package_upload where file_name = 'full.zip'`,
    );
    expect([row!.state, codes(row!.report)]).toEqual(['failed', ['disk-is-full']]);
  });

  it('says so when it is cut off half-way, and stores nothing', async () => {
    const before = [stored(), await rows()];
    const data = await scormPackage();
    const source = Readable.from(
      (async function* () {
        yield data.subarray(0, data.length / 2);
        await wait(20);
        throw new Error('aborted');
      })(),
    );
    await expect(uploads.receive(source, { fileName: 'cut.zip', uploadedBy: officer })).rejects.toThrow('aborted');
    const [row] = await database.source.query<{ state: string; report: never }[]>(
      `select state, report from package_upload where file_name = 'cut.zip'`,
    );
    expect([row!.state, codes(row!.report)]).toEqual(['failed', ['upload-interrupted']]);
    expect([stored(), await rows()]).toEqual(before);
  });

  it('refuses half a file that arrived without an error', async () => {
    const data = await scormPackage();
    const done = await upload(data.subarray(0, data.length / 2));
    expect([done.state, codes(done.report)]).toEqual(['refused', ['truncated']]);
  });

  it('stops receiving what is larger than allowed', async () => {
    const done = await upload(Buffer.alloc(300_000));
    expect([done.state, codes(done.report)]).toEqual(['refused', ['too-large']]);
  });

  it('is not received for a course that does not exist', async () => {
    const unknown = 'ffffffff-0000-4000-8000-000000000000';
    await expect(upload(await scormPackage(), unknown)).rejects.toThrow(CourseNotFound);
  });

  it('is given up when its process is gone', async () => {
    await database.source.query(
      `insert into package_upload (id, file_name, bytes, state, uploaded_by, created_at, alive_until)
       values (gen_random_uuid(), 'gone.zip', 5, 'importing', $1, $2, $2)`,
      [officer, new Date(Date.now() - 60_000)],
    );
    await uploads.onApplicationBootstrap();
    const [row] = await database.source.query<{ state: string; report: { findings: { remedy: string }[] } }[]>(
      `select state, report from package_upload where file_name = 'gone.zip'`,
    );
    expect([row!.state, row!.report.findings[0]!.remedy]).toEqual(['failed', 'Upload it again.']);
  });

  it('is not given up by whoever has another clock', async () => {
    const transactions = module.get(Transactions);
    const then = new FixedClock(new Date('2017-05-08T09:00:00Z'));
    const running = new RunningUpload(randomUUID(), transactions, module.get(UploadRepository), then);
    await running.begin({ fileName: 'long-ago.zip', uploadedBy: officer });
    await uploads.onApplicationBootstrap();
    expect((await uploads.find(running.id)).state).toBe('receiving');
    await running.finish('failed', refusal([]));
  });

  it('shows members the version that was published, and retires the one before', async () => {
    const first = await upload(await scormPackage({ title: 'Golf' }));
    expect((await courses.published()).map(({ id }) => id)).not.toContain(first.courseId);
    await publish(first.versionId!, description);
    expect(await courses.publishedBySlug('golf')).toMatchObject({ ...description, versionId: first.versionId });
    const second = await upload(await scormPackage({ title: 'Golf 2' }), first.courseId!);
    await publish(second.versionId!, { ...description, core: false });
    expect((await courses.versions(first.courseId!)).map(({ state }) => state)).toEqual(['published', 'retired']);
    expect(await courses.publishedById(first.courseId!)).toMatchObject({ versionId: second.versionId, core: false });
    await publishing.withdraw(first.courseId!, officer);
    expect(await courses.publishedBySlug('golf')).toBeUndefined();
    const events = await database.source.query<{ action: string; of: string }[]>(
      `select action, subject_type as of from audit_event where subject_id = any($1) order by id`,
      [[first.courseId, first.versionId, second.versionId]],
    );
    expect(events.map(({ action, of }) => [action, of])).toEqual([
      ['course_version.uploaded', 'course_version'],
      ['course_version.published', 'course_version'],
      ['course_version.uploaded', 'course_version'],
      ['course_version.published', 'course_version'],
      ['course.withdrawn', 'course'],
    ]);
  });

  it('leaves no folder behind in which it was prepared', () => {
    const staging = join(config.DATA_DIR, 'files/staging');
    expect(existsSync(staging) ? readdirSync(staging) : []).toEqual([]);
  });
});
