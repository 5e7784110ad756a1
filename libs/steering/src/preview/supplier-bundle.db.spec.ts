import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { GivenPreviews } from '../../../../test/support/given-previews';

describe('the bundle for the supplier of a package', () => {
  let given: GivenPreviews;

  beforeAll(async () => {
    given = await GivenPreviews.begin();
  });
  afterAll(() => given?.end());
  beforeEach(() => given.clock.set('2026-11-22T14:32:00Z'));

  it('holds the finding, the log and what it means, with nobody’s name in it', async () => {
    const { token } = await given.opened();
    await given.log(token, [
      { call: 'opened', element: 'sco' },
      { call: 'LMSInitialize', answer: 'true' },
      { call: 'LMSSetValue', element: 'cmi.core.score.raw', value: '85', answer: 'true' },
      { call: 'LMSSetValue', element: 'cmi.comments', value: '=cmd, "quoted"', answer: 'true' },
    ]);
    await given.database.source.query(`update preview set browser = 'A browser'`);
    const { findingId, number } = await given.record(token);
    const { fileName, stream } = await given.previews.bundle(findingId);
    expect(fileName).toMatch(new RegExp(`^course-[0-9a-f]{8}-version-2-finding-${number}\\.zip$`));
    const files = await unzipped(await buffer(stream));
    expect(Object.keys(files)).toEqual(['finding.txt', 'meaning.txt', 'log.csv', 'log.json', 'screenshot.png']);
    expect(files['finding.txt']).toContain('The date is wrong.');
    expect(files['finding.txt']).toContain('Part one (one)');
    expect(files['finding.txt']).toContain('A browser');
    expect(files['meaning.txt']).toContain('! The package set a score of 85 of 100 but never said completed.');
    expect(files['log.csv']).toContain(`"'=cmd, ""quoted"""`);
    expect(JSON.parse(files['log.json']!)).toHaveLength(4);
    expect(Object.values(files).join()).not.toContain('Tess');
    await expect(given.previews.bundle(randomUUID())).rejects.toMatchObject({ kind: 'not-found' });
  });
});

async function unzipped(zip: Buffer): Promise<Record<string, string>> {
  const archive = await yauzl.fromBufferPromise(zip);
  const files: Record<string, string> = {};
  for await (const entry of archive.eachEntry()) {
    files[entry.fileName] = (await buffer(await archive.openReadStreamPromise(entry))).toString();
  }
  return files;
}
