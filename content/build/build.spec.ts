import { mkdtempSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifest, scos } from '@induct/scorm';
import { readDeclared } from '@induct/course';
import type * as Records from '../player/learner-records';
import { unzip } from '../player/test/unzip';
import { answersFor, buildContent } from './build.mjs';

const specimens = 'content/player/specimen';

const build = async (more: { council?: string } = {}) => {
  const outDir = mkdtempSync(join(tmpdir(), 'induct-content-'));
  const catalogue = await buildContent({ outDir, quiet: true, courses: specimens, ...more });
  const packageOf = (file: string) => readFileSync(join(outDir, file));
  return { outDir, catalogue, scorm12: packageOf('specimen.zip'), scorm2004: packageOf('specimen-2004.zip') };
};

describe('the built module', () => {
  let built: Awaited<ReturnType<typeof build>>;
  let files: Map<string, Buffer>;
  let files2004: Map<string, Buffer>;

  beforeAll(async () => {
    built = await build();
    files = await unzip(built.scorm12);
    files2004 = await unzip(built.scorm2004);
  });
  const text = (name: string) => files.get(name)!.toString();

  it('stands in the catalogue with both its packages', () => {
    const written = JSON.parse(readFileSync(join(built.outDir, 'catalogue.json'), 'utf8')) as unknown;
    expect(written).toEqual(built.catalogue);
    expect(built.catalogue).toEqual([
      expect.objectContaining({
        slug: 'specimen',
        minutes: 7,
        duties: [13],
        draw: 6,
        file: 'specimen.zip',
        editions: [
          { standard: 'scorm_12', edition: '1.2', file: 'specimen.zip' },
          { standard: 'scorm_2004', edition: '4th', file: 'specimen-2004.zip' },
        ],
      }),
    ]);
  });

  it('can be learned by a program, with answers that the player marks as they are meant', () => {
    const player = createRequire(__filename)(join(built.outDir, 'learner-records.cjs')) as typeof Records;
    const json = readFileSync(join(built.outDir, 'learning.json'), 'utf8');
    const [toLearn] = JSON.parse(json) as Records.ModuleToLearn[];
    expect(toLearn).toMatchObject({ slug: 'specimen', draw: 6, objectives: [{ id: 'blocks' }, { id: 'questions' }] });
    for (const question of [...toLearn!.checks, ...toLearn!.bank]) {
      const { id, right, wrong } = question;
      expect([id, player.isRight(question, right), player.isRight(question, wrong)]).toEqual([id, true, false]);
    }
    expect(toLearn!.screens.flatMap(({ checks }) => checks)).toEqual(toLearn!.checks.map(({ id }) => id));
  });

  it('is byte for byte the same each time', async () => {
    const again = await build();
    expect(again.scorm12.equals(built.scorm12)).toBe(true);
    expect(again.scorm2004.equals(built.scorm2004)).toBe(true);
  });

  it('has a SCORM 1.2 manifest that our own reader finds nothing wrong with, naming every file and no other', () => {
    const { tree, findings, files: named } = readManifest(files.get('imsmanifest.xml')!);
    expect(findings).toEqual([]);
    expect(tree).toMatchObject({ standard: 'scorm_12', title: 'Every kind of screen', organizations: 1 });
    expect(scos(tree!)).toMatchObject([{ href: 'index.html', scormType: 'sco', masteryScore: 80 }]);
    expect([...named, 'imsmanifest.xml'].toSorted()).toEqual([...files.keys()].toSorted());
  });

  it('has a SCORM 2004 manifest with the pass mark, the threshold and the objectives', () => {
    const { tree, findings, files: named } = readManifest(files2004.get('imsmanifest.xml')!);
    expect(findings).toEqual([]);
    expect(tree).toMatchObject({ standard: 'scorm_2004', edition: '4th', needsSequencing: false });
    const [sco] = scos(tree!);
    expect(sco).toMatchObject({ scaledPassingScore: 0.8, completionThreshold: 1 });
    expect(sco!.objectives?.map(({ id }) => id)).toEqual(['specimen-result', 'blocks', 'questions']);
    expect([...named, 'imsmanifest.xml'].toSorted()).toEqual([...files2004.keys()].toSorted());
  });

  it('is the same in both but for the manifest and the run-time it speaks to', () => {
    const differs = [...files.keys()].filter((name) => !files.get(name)!.equals(files2004.get(name)!));
    expect(differs.toSorted()).toEqual(['course.js', 'imsmanifest.xml']);
  });

  it('refers only to files it holds, and loads nothing from elsewhere', () => {
    const page = [...text('index.html').matchAll(/(?:src|<link[^>]+href)="([^"]+)"/g)].map(([, file]) => file!);
    const style = [...text('player.css').matchAll(/url\(([^)]+)\)/g)].map(([, file]) => file!);
    expect(page).toEqual(['player.css', 'course.js', 'player.js', 'media/cycle.svg']);
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
    expect(text('index.html')).not.toContain('The chair keeps order');
  });

  it('keeps an inline script and event handlers out of the page, so that it plays under any content policy', () => {
    expect(text('index.html')).not.toMatch(/<script(?![^>]+src=)|\son[a-z]+=/);
  });

  it('says what another council is called when it is built for that one', async () => {
    const council = 'content/player/other-council.yaml';
    const other = await unzip((await build({ council })).scorm12);
    const read = (page: Buffer) => page.toString().replace(/<\/?span[^>]*>/g, '');
    expect(read(files.get('index.html')!)).toContain('Northmoor County Council has 81 members');
    expect(read(other.get('index.html')!)).toContain('Westerdale Borough Council has 45 members');
  });

  it('says which facts of the council stand where, so that officers can say them otherwise without another build', () => {
    expect(text('index.html')).toContain('<span data-fact="members">81</span> members');
    const declared = readDeclared(files.get('induct.json')!)!;
    expect(declared.builtFor).toBe('Northmoor County Council');
    expect(declared.facts.map(({ key, kind, says }) => [key, kind, says.slice(0, 20)])).toEqual([
      ['council_name', 'text', 'Northmoor County Cou'],
      ['members', 'number', '81'],
      ['democratic_services', 'text', 'Democratic Services,'],
    ]);
    expect(declared.lines).toEqual([
      {
        screen: 'welcome',
        text: '{{council_name}} has {{members}} members. For questions about meetings, ask {{democratic_services}}.',
      },
    ]);
    expect(declared.screens.map(({ id }) => id)).toEqual(['welcome', 'pictures', 'questions', 'arranging']);
    expect([declared.reviewBy, declared.review]).toEqual([expect.stringMatching(/^20\d\d-/), []]);
  });
});

describe('the answers to a module', () => {
  const { checks, test } = answersFor('specimen', specimens);
  const kinds = ['matching', 'multiple', 'number', 'ordering', 'single', 'true-false'];

  it('are there for every check and the whole bank, of every kind', () => {
    expect(checks.map(({ kind }) => kind).toSorted()).toEqual(kinds);
    expect(new Set(test.map(({ kind }) => kind))).toEqual(new Set(kinds));
    expect(test).toHaveLength(12);
  });

  it('are a right and a wrong one each', () => {
    for (const { right, wrong } of [...checks, ...test]) {
      expect(right.length).toBeGreaterThan(0);
      expect(right).not.toEqual(wrong);
    }
  });

  it('never are the order in which a list comes', () => {
    for (const { right } of test.filter(({ kind }) => kind === 'ordering')) expect(right).not.toEqual(right.toSorted());
  });
});
