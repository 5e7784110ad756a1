import { deflateRawSync } from 'node:zlib';
import { manifestXml, scormPackage, zip } from './packages';
import { type RawEntry, rawZip } from './raw-zip';

/** Something an officer might upload that must not be taken in, with the finding that says why. */
export interface BadPackage {
  name: string;
  code: string;
  /** Made when asked for: some are large. */
  data: () => Promise<Buffer> | Buffer;
}

const manifest: RawEntry = { name: 'imsmanifest.xml', content: manifestXml() };
const page: RawEntry = { name: 'sco-1.html', content: '<p>Hello' };
/** A package that is fine but for what is added to it. */
const withEntries = (...entries: RawEntry[]) => rawZip([manifest, page, ...entries]);
const withManifest = (xml: string) => zip({ 'imsmanifest.xml': xml, 'sco-1.html': '<p>Hello' });
const MIB = 1024 ** 2;

export const badPackages: readonly BadPackage[] = [
  {
    name: 'an HTML export',
    code: 'html-export',
    data: () => zip({ 'index.html': '<p>Course', 'lib/player.js': 'go()', 'img/a.png': 'png' }),
  },
  {
    name: 'an AICC package',
    code: 'aicc',
    data: () => zip({ 'course.crs': '[Course]', 'course.au': 'System_ID', 'course.des': '', 'index.html': '' }),
  },
  { name: 'a cmi5 package', code: 'cmi5', data: () => zip({ 'cmi5.xml': '<courseStructure/>', 'index.html': '' }) },
  { name: 'an xAPI package', code: 'xapi', data: () => zip({ 'tincan.xml': '<tincan/>', 'index.html': '' }) },
  { name: 'an H5P activity', code: 'h5p', data: () => zip({ 'h5p.json': '{}', 'content/content.json': '{}' }) },
  {
    name: 'a Common Cartridge',
    code: 'common-cartridge',
    data: () => withManifest(manifestXml().replace('ADL SCORM', 'IMS Common Cartridge')),
  },
  { name: 'a zip in a zip', code: 'zip-in-zip', data: async () => zip({ 'course.zip': await scormPackage() }) },
  {
    name: 'two packages in one zip',
    code: 'several-packages',
    data: () => zip({ 'a/imsmanifest.xml': manifestXml(), 'b/imsmanifest.xml': manifestXml() }),
  },
  { name: 'an empty zip', code: 'empty-zip', data: () => rawZip([]) },
  { name: 'a zip without a manifest', code: 'no-manifest', data: () => zip({ 'notes.txt': 'Hello' }) },
  { name: 'a PDF', code: 'not-a-zip', data: () => Buffer.from('%PDF-1.7 …') },
  { name: 'an empty file', code: 'not-a-zip', data: () => Buffer.alloc(0) },
  { name: 'a truncated zip', code: 'truncated', data: async () => (await scormPackage()).subarray(0, 500) },
  {
    name: 'a zip with a damaged file',
    code: 'damaged',
    data: () => withEntries({ name: 'a.txt', content: 'changed', crc: 1 }),
  },
  {
    name: 'a zip with a broken stream',
    code: 'damaged',
    data: () => withEntries({ name: 'a.txt', method: 8, unpacked: 50, packed: Buffer.from('no deflate at all') }),
  },
  {
    name: 'a file larger than it claims',
    code: 'damaged',
    data: () => withEntries({ name: 'a.txt', method: 8, unpacked: 10, packed: deflateRawSync(Buffer.alloc(10 * MIB)) }),
  },
  {
    name: 'a large file larger than it claims',
    code: 'damaged',
    data: () =>
      withEntries({ name: 'a.txt', method: 8, unpacked: 5 * MIB, packed: deflateRawSync(Buffer.alloc(60 * MIB)) }),
  },
  {
    name: 'a zip bomb',
    code: 'zip-bomb',
    data: () => withEntries({ name: 'bomb.txt', content: Buffer.alloc(20 * MIB), method: 8 }),
  },
  {
    name: 'a zip bomb of small files',
    code: 'zip-bomb',
    data: () => {
      const content = Buffer.alloc(MIB);
      const packed = deflateRawSync(content);
      const small = (n: number): RawEntry => ({ name: `${n}.txt`, content, method: 8, packed });
      return withEntries(...Array.from({ length: 60 }, (_, n) => small(n)));
    },
  },
  {
    name: 'a zip bomb of shared bytes',
    code: 'overlapping-files',
    data: () =>
      withEntries(
        { name: 'kernel.txt', content: 'the same bytes' },
        ...Array.from({ length: 50 }, (_, n) => ({ name: `copy-${n}.txt`, content: 'the same bytes', sameAs: 2 })),
      ),
  },
  {
    name: 'more than may be unpacked',
    code: 'too-large-unpacked',
    data: () =>
      withEntries(
        ...Array.from({ length: 4 }, (_, index) => ({
          name: `${index}.mp4`,
          method: 8,
          unpacked: 0xfffffffe,
        })),
      ),
  },
  {
    name: '100,000 entries',
    code: 'too-many-files',
    data: () => rawZip([manifest, page, ...Array.from({ length: 100_000 }, (_, n) => ({ name: `f/${n}.txt` }))]),
  },
  { name: 'zip-slip', code: 'zip-slip', data: () => withEntries({ name: '../../etc/cron.d/evil', content: 'x' }) },
  { name: 'zip-slip with backslashes', code: 'zip-slip', data: () => withEntries({ name: 'a\\..\\..\\evil.bat' }) },
  { name: 'a dot for a folder', code: 'odd-name', data: () => withEntries({ name: 'a/./b.html', content: 'x' }) },
  { name: 'an absolute path', code: 'zip-slip', data: () => withEntries({ name: '/etc/passwd', content: 'x' }) },
  { name: 'a drive letter', code: 'zip-slip', data: () => withEntries({ name: 'C:\\Windows\\evil.dll' }) },
  {
    name: 'a symbolic link',
    code: 'symbolic-link',
    data: () => withEntries({ name: 'link.html', content: '/etc/passwd', mode: 0o120777 }),
  },
  { name: 'a device', code: 'special-file', data: () => withEntries({ name: 'dev', mode: 0o020666 }) },
  { name: 'a NUL in a name', code: 'odd-name', data: () => withEntries({ name: 'a.html\u0000.png' }) },
  { name: 'a name that turns round', code: 'bidi-name', data: () => withEntries({ name: 'photo\u202egpj.html' }) },
  { name: 'a name too long', code: 'long-name', data: () => withEntries({ name: `${'long/'.repeat(60)}a.html` }) },
  {
    name: 'one name twice',
    code: 'duplicate-name',
    data: () => withEntries({ name: 'a.html', content: '1' }, { name: 'a.html', content: '2' }),
  },
  {
    name: 'one name twice but for its case',
    code: 'duplicate-name',
    data: () => withEntries({ name: 'A.html', content: '1' }, { name: 'a.HTML', content: '2' }),
  },
  {
    name: 'one name twice but for its accents',
    code: 'duplicate-name',
    data: () => withEntries({ name: 'caf\u00e9.html', content: '1' }, { name: 'cafe\u0301.html', content: '2' }),
  },
  { name: 'a password', code: 'encrypted', data: () => withEntries({ name: 'a.html', content: 'x', flags: 0x801 }) },
  {
    name: 'another compression',
    code: 'unknown-compression',
    data: () => withEntries({ name: 'a.html', content: 'x', method: 14 }),
  },
  {
    name: 'a program that is a zip too',
    code: 'polyglot',
    data: () => rawZip([manifest, page], { before: Buffer.from('MZ this is a program') }),
  },
  {
    name: 'a picture with a zip behind it',
    code: 'polyglot',
    data: () => rawZip([manifest, page], { before: Buffer.from('GIF89a;') }),
  },
  {
    name: 'a manifest with a DOCTYPE that reads files',
    code: 'manifest-doctype',
    data: () => withManifest(`<!DOCTYPE manifest [<!ENTITY secret SYSTEM "file:///etc/passwd">]>${body('&secret;')}`),
  },
  {
    name: 'a billion laughs',
    code: 'manifest-doctype',
    data: () =>
      withManifest(
        `<!DOCTYPE lolz [<!ENTITY a "ha">${'bcdefghij'
          .split('')
          .map((name, index) => `<!ENTITY ${name} "${`&${'abcdefghi'[index]};`.repeat(10)}">`)
          .join('')}]>${body('&j;')}`,
      ),
  },
  {
    name: 'a manifest that is no XML',
    code: 'manifest-not-xml',
    data: () => withManifest('<manifest><oops></manifest>'),
  },
  { name: 'a manifest that is a page', code: 'not-a-manifest', data: () => withManifest('<html/>') },
  {
    name: 'a manifest too large',
    code: 'manifest-too-large',
    data: () => zip({ 'imsmanifest.xml': `${manifestXml()}<!--${noise(6 * MIB)}-->`, 'sco-1.html': '' }),
  },
  {
    name: 'a manifest with a long tail behind its packed data',
    code: 'manifest-too-large',
    data: () => {
      const packed = Buffer.concat([deflateRawSync(manifestXml()), Buffer.alloc(6 * MIB)]);
      return rawZip([{ ...manifest, method: 8, packed }, page]);
    },
  },
  {
    name: 'a manifest of 60,000 items with one identifier',
    code: 'too-many-items',
    data: () => {
      const items = Array.from({ length: 60_000 }, (_, n) => `<item identifier="a"><title>${n}</title></item>`);
      return withManifest(manifestXml().replace('<item ', `${items.join('')}<item `));
    },
  },
  {
    name: 'a manifest too deep',
    code: 'manifest-too-deep',
    data: () => withManifest(`<manifest>${'<item>'.repeat(5_000)}${'</item>'.repeat(5_000)}</manifest>`),
  },
  {
    name: 'a manifest that opens nothing',
    code: 'nothing-to-launch',
    data: () => zip({ 'imsmanifest.xml': manifestXml(), 'other.html': '' }),
  },
];

const body = (title: string) =>
  manifestXml()
    .replace(/^<\?xml[^>]*>\s*/, '')
    .replace('A sample course', title);

/** Text that does not compress like a bomb. */
function noise(length: number): string {
  let seed = 1;
  let text = '';
  while (text.length < length) {
    seed = (seed * 48_271) % 2_147_483_647;
    text += seed.toString(36);
  }
  return text;
}
