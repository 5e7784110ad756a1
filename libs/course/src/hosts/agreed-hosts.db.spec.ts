import { Readable } from 'node:stream';
import { Test, type TestingModule } from '@nestjs/testing';
import { FileStore, PlatformModule } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { scormPackage } from '../../../../test/support/packages';
import { CourseModule } from '../course.module';
import { PackageUploads } from '../uploads/package-uploads.service';
import { AgreedHosts } from './agreed-hosts.service';
import { OlderVersions } from './older-versions.service';

const officer = '5f0c2a34-7b1e-4a53-9c0e-1f6f0c9f0001';

describe('the websites that a version may load from', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let hosts: AgreedHosts;
  let versionId: string;

  beforeAll(async () => {
    database = await cloneDatabase();
    module = await Test.createTestingModule({
      imports: [
        PlatformModule.with(testConfig(database.url), database.source, { clock: new FixedClock() }),
        CourseModule,
      ],
    }).compile();
    await module.init();
    hosts = module.get(AgreedHosts);
    const uploads = module.get(PackageUploads);
    const film = '<iframe src="https://www.youtube.com/embed/x"></iframe><script src="//10.0.0.1/a.js"></script>';
    const source = Readable.from([await scormPackage({ files: { 'film.html': film } })], { objectMode: false });
    const done = await uploads.finished(await uploads.receive(source, { fileName: 'a.zip', uploadedBy: officer }));
    versionId = done.versionId!;
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });

  const agree = (host: string, uses: ('frames' | 'scripts')[], reason = 'The film is there') =>
    hosts.agree({ versionId, host, uses, reason, by: officer });
  const agreed = async () => (await hosts.ofVersion(versionId)).map(({ host, uses }) => [host, ...uses]);
  const audited = () =>
    database.source.query<object[]>(
      `select action, actor_id as by, detail from audit_event where action like 'course_version.host%' order by id`,
    );

  it('are found at import, and none of them is agreed to', async () => {
    const [row] = await database.source.query('select outside from course_version where id = $1', [versionId]);
    expect(row).toMatchObject({ outside: [{ host: '10.0.0.1' }, { host: 'www.youtube.com', uses: ['frames'] }] });
    expect(await agreed()).toEqual([]);
  });

  it('are agreed to one by one, with a reason, on record', async () => {
    await agree('https://www.YouTube.com/embed/x', ['frames']);
    expect(await agreed()).toEqual([['www.youtube.com', 'frames']]);
    expect(await audited()).toMatchObject([
      { action: 'course_version.host_agreed', by: officer, detail: { host: 'www.youtube.com', uses: ['frames'] } },
    ]);
  });

  it.each([
    ['host', () => agree('10.0.0.1', ['scripts'])],
    ['host', () => agree('localhost', ['frames'])],
    ['uses', () => agree('www.vimeo.com', [])],
    ['reason', () => agree('www.vimeo.com', ['frames'], ' ')],
  ])('are refused for a wrong %s', async (field, attempt) => {
    await expect(attempt()).rejects.toMatchObject({ field });
    expect(await agreed()).toHaveLength(1);
  });

  it('may give scripts only while nobody tests the version, pictures and films at any time', async () => {
    await agree('cdn.vendor.io', ['scripts']);
    await database.source.query(`update course_version set state = 'in_testing' where id = $1`, [versionId]);
    await expect(agree('other.vendor.io', ['scripts'])).rejects.toMatchObject({ kind: 'conflict' });
    await expect(agree('www.youtube.com', ['frames', 'scripts'])).rejects.toMatchObject({ kind: 'conflict' });
    await agree('player.vimeo.com', ['frames']);
    // What they looked at with it may get another reason.
    await agree('cdn.vendor.io', ['scripts'], 'The charts are drawn by it');
    expect((await agreed()).map(([host]) => host)).toEqual(['cdn.vendor.io', 'player.vimeo.com', 'www.youtube.com']);
  });

  it('are closed again, on record', async () => {
    await hosts.withdraw(versionId, 'cdn.vendor.io', officer);
    await expect(hosts.withdraw(versionId, 'cdn.vendor.io', officer)).rejects.toMatchObject({ kind: 'not-found' });
    expect(await agreed()).not.toContainEqual(['cdn.vendor.io', 'scripts']);
    expect((await audited()).at(-1)).toMatchObject({ action: 'course_version.host_withdrawn' });
  });

  it('of versions from before are looked for once, and agreed to as they were found', async () => {
    await database.source.query('delete from version_host');
    await database.source.query('update course_version set outside = null');
    await module.get(OlderVersions).lookThrough();
    expect(await agreed()).toEqual([['www.youtube.com', 'frames']]);
    expect((await audited()).at(-1)).toMatchObject({
      action: 'course_version.hosts_looked_through',
      by: null,
      detail: { hosts: ['www.youtube.com'] },
    });
    const read = jest.spyOn(module.get(FileStore), 'read');
    await module.get(OlderVersions).lookThrough();
    expect(read).not.toHaveBeenCalled();
  });
});
