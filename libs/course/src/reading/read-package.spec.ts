import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { badPackages } from '../../../../test/support/bad-packages';
import { describeWithSamples, sample } from '../../../../test/support/samples';
import { manifestXml, scormPackage, zip } from '../../../../test/support/packages';
import { rawZip } from '../../../../test/support/raw-zip';
import { printable } from '../archive/archive-findings';
import { defaultLimits } from '../archive/package-limits';
import { readPackage } from './read-package';
import { reportText } from './report-text';

/** What parsers and systems say, and nobody else. */
const jargon =
  /[Uu]nexpected|[Tt]oken|unclosed|well-formed|unbound|namespace|entity|EOF|offset|signature|buffer|undefined|null|directory|invalid|\bE(NO|ACC|IO|MF|PER)[A-Z]+|\d+:\d+/;

describe('reading a package', () => {
  let home: string;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'induct-read-'));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  /** Reads it as the import does, into an empty folder. */
  const read = async (data: Buffer) => {
    const zipPath = join(home, 'package.zip');
    const folder = mkdtempSync(join(home, 'files-'));
    writeFileSync(zipPath, data);
    const reading = await readPackage(zipPath, { limits: defaultLimits, folder });
    return { ...reading, folder, codes: reading.report.findings.map(({ code }) => code) };
  };

  it.each(badPackages)('refuses $name: $code', async ({ code, data }) => {
    const { report, files, folder, codes } = await read(await data());
    expect(codes).toContain(code);
    const finding = report.findings.find((found) => found.code === code)!;
    expect(finding).toMatchObject({ severity: 'refused', message: expect.stringMatching(/^\S.+\.$/) });
    expect(finding.remedy).toMatch(/^[A-Z].+\.$/);
    expect(finding.where).toBe(printable(finding.where));
    for (const { message, remedy } of report.findings) {
      expect(message).toMatch(/^[A-Z0-9]/);
      expect(`${message} ${remedy}`).not.toMatch(jargon);
    }
    const text = reportText(report);
    expect(text.split('\n')[0]).toMatch(/^Refused: .+\.$/);
    expect(text).not.toMatch(/\[[a-z-]+\]/);
    expect([report.accepted, files]).toEqual([false, []]);
    // What had been unpacked before a damaged file was met goes with the folder (import.child.ts).
    expect(code === 'damaged' ? [] : readdirSync(folder)).toEqual([]);
    expect(existsSync('/etc/cron.d/evil')).toBe(false);
  });

  it('has nothing under way any more when it finds a damaged file, so that the folder can go', async () => {
    const text = (nth: number) => Array.from({ length: 40_000 }, (_, at) => Math.imul(at + nth, 2654435761)).join(' ');
    const many = Object.fromEntries(Array.from({ length: 25 }, (_, nth) => [`page-${nth}.txt`, text(nth)]));
    const data = await scormPackage({ files: { ...many, 'z.txt': 'the last file, '.repeat(50) } });
    // Behind the name of its local header: in the middle of its compressed data.
    data[data.indexOf('z.txt') + 12]! ^= 0xff;
    const { codes, folder } = await read(data);
    const bytes = () => readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
    const written = bytes();
    expect(codes).toEqual(['damaged']);
    expect(written).toBeGreaterThan(1_000_000);
    await new Promise((later) => setTimeout(later, 200));
    expect(bytes()).toBe(written);
  });

  it('takes in a package in a wrapping folder, with what macOS adds, and a manifest in capitals', async () => {
    const { report, files, codes } = await read(
      await zip({
        'My Course/IMSMANIFEST.XML': manifestXml(),
        'My Course/Sco-1.HTML': '<p>Hello',
        '__MACOSX/My Course/._sco-1.html': 'junk',
        'My Course/.DS_Store': 'junk',
      }),
    );
    expect(report).toMatchObject({ accepted: true, files: 2, scos: [{ id: 'sco-1', href: 'Sco-1.HTML' }] });
    expect(files.map(({ path }) => path).toSorted()).toEqual(['IMSMANIFEST.XML', 'Sco-1.HTML']);
    expect(codes).toEqual(['junk-left-out', 'wrapping-folder', 'different-case']);
  });

  it('counts what it finds in many places, in one sentence', async () => {
    const scos = Array.from({ length: 1_300 }, (_, index) => ({ id: `sco-${index}`, href: `${index}.html` }));
    const { report } = await read(await zip({ 'imsmanifest.xml': manifestXml({ scos }), '0.html': '<p>Hello' }));
    expect(report.findings.map(({ code, severity, message, where }) => [code, severity, message, where])).toEqual([
      [
        'missing-launch-file',
        'warning',
        'The pages of 1,299 parts are not in the package, so these parts cannot be opened.',
        '1.html, 2.html, 3.html and 1,296 more',
      ],
      [
        'missing-files',
        'warning',
        'Most of the module is missing: 1,299 of the 1,300 files that the manifest names are not in the package.',
        '',
      ],
    ]);
    expect(report.accepted).toBe(true);
  });

  it('does not call missing what it leaves out itself', async () => {
    const listed =
      '<file href="Thumbs.db"/><file href="__MACOSX/._a.png"/><file href="images/"/><file href=".DS_Store"/>';
    const manifest = manifestXml().replace('<file ', `${listed}<file `);
    const { codes } = await read(
      await zip({ 'imsmanifest.xml': manifest, 'sco-1.html': '<p>Hello', 'Thumbs.db': 'junk', '.DS_Store': 'junk' }),
    );
    expect(codes).toEqual(['junk-left-out']);
  });

  it.each([
    '<manifest>',
    '<manifest><a></b></manifest>',
    '<manifest a=1/>',
    '<manifest>&x;</manifest>',
    '\0',
    '{"a":1}',
  ])('says in plain words that a manifest is damaged: %j', async (xml) => {
    const { report } = await read(await zip({ 'imsmanifest.xml': xml, 'sco-1.html': '' }));
    expect(report.findings.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^The manifest is damaged: from line \d+ on it cannot be read\.$/),
    ]);
  });

  it('takes names with backslashes, and names of old tools', async () => {
    const { files } = await read(
      rawZip([
        { name: 'imsmanifest.xml', content: manifestXml({ scos: [{ id: 'a', href: 'pages/one.html' }] }), method: 8 },
        { name: 'pages\\one.html', content: '<p>One' },
        { name: Buffer.from([0x63, 0x61, 0x66, 0x82, 0x2e, 0x74, 0x78, 0x74]), content: 'cp437', flags: 0 },
        { name: 'naïve.txt', content: 'UTF-8 without saying so', flags: 0 },
        { name: 'folder/', mode: 0o040755 },
      ]),
    );
    expect(files.map(({ path }) => path)).toEqual(['imsmanifest.xml', 'pages/one.html', 'café.txt', 'naïve.txt']);
  });

  it('takes the same file twice for one', async () => {
    const { report, codes } = await read(
      rawZip([
        { name: 'imsmanifest.xml', content: manifestXml() },
        { name: 'sco-1.html', content: 'same' },
        { name: 'sco-1.html', content: 'same' },
      ]),
    );
    expect([report.accepted, report.files, codes]).toEqual([true, 2, ['repeated-file']]);
  });

  it('keeps a compressed copy of text that is the text, small or large, and none of pictures', async () => {
    const words = Array.from({ length: 60_000 }, (_, index) => `word ${index ** 3} `).join('');
    const large = words.repeat(6);
    expect(large.length).toBeGreaterThan(5 * 1024 ** 2);
    const picture = Buffer.alloc(5 * 1024 ** 2, 'picture');
    const { files, folder, report } = await read(
      await scormPackage({
        files: { 'small.js': words.slice(0, 5000), 'large.json': large, 'a.bmp.png': picture.subarray(0, 9000) },
      }),
    );
    expect(report.accepted).toBe(true);
    for (const [path, text] of [
      ['small.js', words.slice(0, 5000)],
      ['large.json', large],
    ] as const) {
      const file = files.find((found) => found.path === path)!;
      const copy = readFileSync(join(folder, `${file.sha256}.gz`));
      expect(copy).toHaveLength(file.gzipBytes!);
      expect(gunzipSync(copy).toString() === text).toBe(true);
      expect(readFileSync(join(folder, file.sha256), 'utf8') === text).toBe(true);
    }
    expect(files.find(({ path }) => path === 'a.bmp.png')).toMatchObject({ gzipBytes: null, contentType: 'image/png' });
  });

  describeWithSamples('with the golf examples', () => {
    it.each([
      ['golf-scorm12-basic-calls', 'scorm_12', '1.2', 1, []],
      ['golf-scorm12-18-scos', 'scorm_12', '1.2', 18, []],
      ['golf-scorm12-file-per-sco', 'scorm_12', '1.2', 18, ['only-assets']],
      ['golf-scorm2004-3rd-basic-calls', 'scorm_2004', '3rd', 1, []],
      ['golf-scorm2004-3rd-advanced-calls', 'scorm_2004', '3rd', 1, []],
      ['golf-scorm2004-3rd-forced-sequential', 'scorm_2004', '3rd', 5, ['needs-sequencing']],
      ['golf-scorm2004-3rd-simple-remediation', 'scorm_2004', '3rd', 8, ['needs-sequencing']],
      ['golf-scorm2004-4th-post-test-rollup', 'scorm_2004', '4th', 5, ['needs-sequencing', 'outside-content']],
    ])('takes in %s', async (name, standard, edition, scos, findings) => {
      const { report, codes } = await read(readFileSync(sample(`${name}.zip`)));
      expect(report).toMatchObject({ accepted: true, standard, edition, organizations: 1 });
      expect(report.title).toMatch(/^Golf Explained/);
      expect([report.scos.length, codes]).toEqual([scos, findings]);
    });
  });
});
