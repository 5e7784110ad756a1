import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest, scos } from '@induct/scorm';
import { unzip } from '../player/unzip';
import { answersFor, buildContent } from './build.mjs';

const build = async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'induct-content-'));
  const catalogue = await buildContent({ outDir, quiet: true });
  return { outDir, catalogue, zip: readFileSync(join(outDir, 'code-of-conduct.zip')) };
};

describe('the built course', () => {
  let built: Awaited<ReturnType<typeof build>>;
  let files: Map<string, Buffer>;

  beforeAll(async () => {
    built = await build();
    files = await unzip(built.zip);
  });
  const text = (name: string) => files.get(name)!.toString();

  it('stands in the catalogue', () => {
    const written = JSON.parse(readFileSync(join(built.outDir, 'catalogue.json'), 'utf8')) as unknown;
    expect(written).toEqual(built.catalogue);
    expect(built.catalogue).toEqual([
      expect.objectContaining({ slug: 'code-of-conduct', title: 'The code of conduct', core: true, minutes: 25 }),
    ]);
  });

  it('is byte for byte the same each time', async () => {
    expect((await build()).zip.equals(built.zip)).toBe(true);
  });

  it('has a SCORM 1.2 manifest that our own reader finds nothing wrong with, naming every file and no other', () => {
    const { tree, findings, files: named } = readManifest(files.get('imsmanifest.xml')!);
    expect(findings).toEqual([]);
    expect(tree).toMatchObject({ standard: 'scorm_12', title: 'The code of conduct', organizations: 1 });
    expect(scos(tree!)).toMatchObject([{ href: 'index.html', scormType: 'sco', masteryScore: 80 }]);
    expect([...named, 'imsmanifest.xml'].toSorted()).toEqual([...files.keys()].toSorted());
  });

  it('refers only to files it holds, and loads nothing from elsewhere', () => {
    const page = [...text('index.html').matchAll(/(?:src|<link[^>]+href)="([^"]+)"/g)].map(([, file]) => file!);
    const style = [...text('player.css').matchAll(/url\(([^)]+)\)/g)].map(([, file]) => file!);
    expect(page).toEqual(['player.css', 'course.js', 'player.js']);
    expect(style).toHaveLength(3);
    for (const file of [...page, ...style]) expect(files.has(file)).toBe(true);
  });

  it('brings a player, script and style together, of less than 60 KB, and the licence of its font', () => {
    expect(files.get('player.js')!.length + files.get('player.css')!.length).toBeLessThan(60_000);
    expect(text('fonts/LICENSE.txt')).toContain('SIL Open Font License');
  });

  it('keeps right answers and feedback out of the page', () => {
    expect(text('index.html')).not.toMatch(/data-(correct|right)|"right"/);
    expect(text('course.js')).toContain('"right"');
    expect(text('index.html')).not.toContain('You need a dispensation to do either');
  });

  it('keeps an inline script and event handlers out of the page, so that it plays under any content policy', () => {
    expect(text('index.html')).not.toMatch(/<script(?![^>]+src=)|\son[a-z]+=/);
  });
});

describe('the questions of the course', () => {
  const { checks, test } = answersFor('code-of-conduct');

  it('are three checks, one of each kind, and a test of ten', () => {
    expect(checks.map(({ kind }) => kind).toSorted()).toEqual(['multiple', 'single', 'true-false']);
    expect(test).toHaveLength(10);
  });

  it('each have a right answer, and a wrong one', () => {
    for (const { right, wrong } of [...checks, ...test]) {
      expect(right.length).toBeGreaterThan(0);
      expect(right).not.toEqual(wrong);
    }
  });

  it('do not always have the right answer in the same place', () => {
    const places = new Set(test.map(({ right }) => right.join('')));
    expect(places.size).toBeGreaterThan(4);
  });
});
