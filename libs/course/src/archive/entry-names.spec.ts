import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { manifestXml } from '../../../../test/support/packages';
import { type RawEntry, rawZip, unicodePath } from '../../../../test/support/raw-zip';
import { defaultLimits } from './package-limits';
import { readPackage } from '../reading/read-package';

const bytes = (text: string, signs: Record<string, number>) =>
  Buffer.from(Array.from(text, (sign) => signs[sign] ?? sign.charCodeAt(0)));
const inCp850 = (text: string) => bytes(text, { é: 0x82, Á: 0xb5, ä: 0x84, å: 0x86, '–': 0x2d });
const inCp437 = (text: string) => bytes(text, { é: 0x82, ä: 0x84, å: 0x86 });
const in1252 = (text: string) => bytes(text, { é: 0xe9, Á: 0xc1, ä: 0xe4, å: 0xe5, '–': 0x96 });

describe('names in a zip that does not say how they are written', () => {
  let home: string;
  beforeAll(() => {
    home = mkdtempSync(join(tmpdir(), 'induct-names-'));
  });
  afterAll(() => rmSync(home, { recursive: true }));

  const read = async (entries: RawEntry[]) => {
    const path = join(home, 'package.zip');
    writeFileSync(path, rawZip(entries));
    const { report, files } = await readPackage(path, { limits: defaultLimits });
    return { report, paths: files.map((file) => file.path).toSorted(), findings: report.findings };
  };
  const launching = (href: string): RawEntry => ({
    name: 'imsmanifest.xml',
    content: manifestXml({ scos: [{ id: 'one', href }] }),
  });
  const page = (name: Buffer, extra?: Buffer): RawEntry => ({
    name,
    content: '<p>One',
    flags: 0,
    ...(extra && { extra }),
  });

  it.each([
    ['CP437', 'Présentation.html', inCp437, []],
    ['CP850', 'Présentation Ár.html', inCp850, ['names-code-page']],
    ['Windows-1252', 'Présentation Ár – 1.html', in1252, ['names-code-page']],
  ])('are read in %s when the manifest lists them so', async (codePage, name, raw, codes) => {
    const { report, paths, findings } = await read([launching(name), page(raw(name))]);
    expect([report.accepted, paths]).toEqual([true, [name, 'imsmanifest.xml']]);
    expect(decodeURIComponent(report.scos[0]!.href)).toBe(name);
    expect(findings.map(({ code }) => code)).toEqual(codes);
    expect(findings.every(({ message }) => message.includes(codePage))).toBe(true);
  });

  it('are found below a folder whose name is in the same code page', async () => {
    const { report } = await read([
      { ...launching('Ár.html'), name: inCp850('Módulo é/imsmanifest.xml'.replace('ó', 'o')), flags: 0 },
      page(inCp850('Modulo é/Ár.html')),
    ]);
    expect([report.accepted, report.scos.length]).toEqual([true, 1]);
  });

  it('that only pages ask for are read so that they are words, and do not collide', async () => {
    // As CP437 these would be Σ and σ: one name to Windows.
    const { report, paths } = await read([
      launching('one.html'),
      { name: 'one.html', content: '<p>One' },
      page(in1252('ä.png')),
      { ...page(in1252('å.png')), content: 'other' },
    ]);
    expect([report.accepted, paths]).toEqual([true, ['imsmanifest.xml', 'one.html', 'ä.png', 'å.png']]);
  });

  it('are what the field of Info-ZIP says, if that field was written for this name', async () => {
    const raw = Buffer.from('Pr?sentation.html');
    const good = await read([launching('Présentation.html'), page(raw, unicodePath(raw, 'Présentation.html'))]);
    expect([good.report.accepted, good.paths, good.findings]).toEqual([
      true,
      ['Présentation.html', 'imsmanifest.xml'],
      [],
    ]);
    const stale = await read([launching('Présentation.html'), page(raw, unicodePath(raw, 'Présentation.html', 1))]);
    expect(stale.report.accepted).toBe(false);
  });

  it('that nobody lists in any code page are said to be unreadable', async () => {
    const { findings } = await read([launching('Żółć.html'), page(Buffer.from([0x8d, 0xa2, 0x88, 0x86, 0x2e, 0x68]))]);
    expect(findings.map(({ code }) => code)).toEqual([
      'names-unreadable',
      'missing-launch-file',
      'nothing-to-launch',
      'missing-files',
    ]);
  });

  it('may not lead out of the package, in whatever code page', async () => {
    const { findings } = await read([launching('Ár.html'), page(inCp850('Ár.html')), page(inCp850('..\\é.html'))]);
    expect(findings.map(({ code }) => code)).toContain('zip-slip');
  });
});
