import type { Activity, ActivityTree, SequencingElement } from '@induct/scorm';
import fc from 'fast-check';
import type { FileDifference, VersionPair } from './comparable';
import { compareVersions } from './compare-versions';
import { comparisonInWords } from './comparison-in-words';
import { longestInOrder } from './sco-changes';
import { control, element, rule, rules, sequencing } from '../../../../test/support/given-sequencing';

const sco = (id: string, given: Partial<Activity> = {}): Activity => ({
  id,
  title: `Part ${id}`,
  href: `${id}.html`,
  scormType: 'sco',
  visible: true,
  children: [],
  ...given,
});
const tree = (children: Activity[], given: Partial<ActivityTree> = {}): ActivityTree => ({
  standard: 'scorm_12',
  edition: '1.2',
  title: 'Golf',
  identifier: 'golf',
  organizations: 1,
  needsSequencing: false,
  root: { id: 'org', title: 'Golf', visible: true, children },
  ...given,
});
const pair = (
  before: ActivityTree,
  after: ActivityTree,
  differences: FileDifference[] = [],
  sizes = { before: 1000, after: 1000 },
): VersionPair => ({
  before: { number: 1, tree: before, files: 10, bytes: sizes.before },
  after: { number: 2, tree: after, files: 10, bytes: sizes.after },
  differences,
  sameFiles: 10 - differences.length,
});
const changed = (path: string): FileDifference => ({ path, before: 'aa', after: 'bb' });
const said = (given: VersionPair, key: string) =>
  comparisonInWords(compareVersions(given))
    .find((section) => section.key === key)!
    .lines.join(' ');

describe('the parts of two versions', () => {
  it('are said to be the same when they are', () => {
    const same = tree([sco('a'), sco('b')]);
    expect(compareVersions(pair(same, same))).toMatchObject({ same: true, settings: [] });
    expect(said(pair(same, same), 'parts')).toBe('The parts, their names and their order are the same.');
  });

  it('are named when they are added, removed or renamed', () => {
    const given = pair(
      tree([sco('a'), sco('b'), sco('c')]),
      tree([sco('a', { title: 'Beginning' }), sco('c'), sco('d', { title: 'The end' })]),
    );
    expect(compareVersions(given).scos).toMatchObject({
      added: [{ id: 'd', title: 'The end' }],
      removed: [{ id: 'b', title: 'Part b' }],
      renamed: [{ id: 'a', before: 'Part a', after: 'Beginning' }],
      moved: [],
    });
    expect(said(given, 'parts')).toBe(
      '1 part added: “The end”. 1 part removed: “Part b”. 1 part renamed: “Part a” is now “Beginning”.',
    );
  });

  it('have moved when their order or their chapter is another: as few as possible', () => {
    const before = tree([sco('a'), sco('b'), sco('c'), sco('d')]);
    const order = compareVersions(pair(before, tree([sco('d'), sco('a'), sco('b'), sco('c')])));
    expect(order.scos.moved.map(({ id }) => id)).toEqual(['d']);
    const chapter = { id: 'chapter', title: 'Chapter', visible: true, children: [sco('c'), sco('d')] };
    const chapters = compareVersions(pair(before, tree([sco('a'), sco('b'), chapter])));
    expect(chapters.scos.moved.map(({ id }) => id)).toEqual(['c', 'd']);
  });

  it('with another identifier but the same page are recognised, and what that costs is said', () => {
    const given = pair(tree([sco('x1', { href: 'why.html' })]), tree([sco('x2', { href: 'why.html' })]));
    expect(compareVersions(given).scos).toMatchObject({
      added: [],
      removed: [],
      reidentified: [{ before: 'x1', after: 'x2' }],
    });
    expect(said(given, 'parts')).toContain('so what was saved for it is not found');
  });

  it('are summed up when there are many, and listed below', () => {
    const many = Array.from({ length: 18 }, (_, nth) => sco(`s${nth}`));
    const [section] = comparisonInWords(compareVersions(pair(tree([]), tree(many))));
    expect(section!.lines).toEqual(['18 parts added: “Part s0”, “Part s1”, “Part s2”, “Part s3” and 14 more.']);
    expect(section!.details!.items).toHaveLength(18);
  });
});

describe('what decides about passing and launching', () => {
  it('is compared part by part', () => {
    const before = tree([sco('quiz', { masteryScore: 80, launchData: 'a=1' }), sco('text')]);
    const after = tree([sco('quiz', { masteryScore: 70 }), sco('text', { prerequisites: 'quiz' })]);
    expect(said(pair(before, after), 'settings')).toBe(
      '“Part quiz”: the mark needed to pass is now 70 of 100; it was 80 of 100. ' +
        '“Part quiz”: the launch data it is given is not set any more; it was “a=1”. ' +
        '“Part text” now opens when “Part quiz” is finished; before, at any time.',
    );
  });

  it('includes the rules of order of the whole and of its parts', () => {
    const before = tree([sco('a')]);
    const after = tree([sco('a', { sequencing: sequencing() })], { needsSequencing: true });
    after.root.sequencing = sequencing();
    expect(compareVersions(pair(before, after)).settings.map(({ id }) => id)).toEqual(['org', 'a']);
    expect(said(pair(before, after), 'settings')).toContain('now sets rules for the order of its parts');
  });

  it('says which rules of order are new, others or gone', () => {
    const of = (...children: SequencingElement[]) => ({ sequencing: sequencing(...children) });
    const limit = (attempts: string) => element('limitConditions', { attemptlimit: attempts });
    const version = (control_: Record<string, string>, quiz: SequencingElement[]) => {
      const given = tree([sco('text'), sco('quiz', of(...quiz))], { standard: 'scorm_2004', edition: '4th' });
      return { ...given, root: { ...given.root, ...of(control(control_)) } };
    };
    const before = version({ choice: 'true' }, [limit('1'), rules(rule('post', 'retry', 'satisfied', true))]);
    const after = version({ choice: 'false' }, [limit('2'), rules(rule('pre', 'skip', 'satisfied'))]);
    expect(said(pair(before, after), 'settings')).toBe(
      '“Golf”, now: Its parts cannot be chosen from the contents. Before: Its parts can be chosen from the contents. ' +
        '“Part quiz”, new: It is passed over when it is passed. ' +
        '“Part quiz”, now: It can be taken 2 times. Before: It can be taken once. ' +
        '“Part quiz”, no longer: When it has ended, it is taken again if it is not passed.',
    );
  });

  it('does not take a missing setting and an undefined one for different', () => {
    const before = tree([sco('a', { rollup: undefined, masteryScore: undefined })]);
    expect(compareVersions(pair(before, tree([sco('a')]))).settings).toEqual([]);
  });
});

describe('the files', () => {
  it('are counted by what became of them; the same bytes elsewhere have only moved', () => {
    const given = pair(tree([sco('a')]), tree([sco('a')]), [
      changed('story.js'),
      { path: 'old/film.mp4', before: 'ff', after: null },
      { path: 'new/film.mp4', before: null, after: 'ff' },
      { path: 'gone.txt', before: 'cc', after: null },
    ]);
    expect(compareVersions(given).files).toEqual({
      changed: ['story.js'],
      added: [],
      removed: ['gone.txt'],
      moved: [{ before: 'old/film.mp4', after: 'new/film.mp4' }],
      same: 6,
    });
    expect(said(given, 'files')).toBe(
      '1 file changed, 1 file removed, 1 file only moved or renamed; 6 files are the same.',
    );
  });

  it('have a size, compared in words', () => {
    const one = tree([sco('a')]);
    expect(said(pair(one, one, [], { before: 5_200_000, after: 6_000_000 }), 'size')).toBe(
      '10 files, 6 MB; version 1 has 10 files, 5.2 MB: 800 KB more now.',
    );
    expect(said(pair(one, one), 'size')).toBe('10 files, 1 KB, as before.');
  });
});

describe('what a saved place would meet', () => {
  const meets = (given: VersionPair) => compareVersions(given).savedPlaces.parts.map((part) => part.meets);
  const two = tree([sco('a'), sco('b')]);

  it('is the same content, even when the manifest says something else', () => {
    expect(meets(pair(two, two, [changed('imsmanifest.xml')]))).toEqual(['understood', 'understood']);
    expect(said(pair(two, two), 'places')).toContain('saved in version 1 are understood by this one');
  });

  it('is doubtful where the page that reads it changed', () => {
    const given = pair(two, two, [changed('a.html')]);
    expect(meets(given)).toEqual(['doubtful', 'likely']);
    const section = comparisonInWords(compareVersions(given)).at(-1)!;
    expect(section.details!.items).toEqual([
      'Part a: may not be understood: the page that the part opens has changed',
      'Part b: probably understood: the part opens the same page; other files changed',
    ]);
  });

  it('is nothing where the part is gone or the standard is another', () => {
    expect(meets(pair(two, tree([sco('a')])))).toEqual(['understood', 'unused']);
    expect(said(pair(two, tree([sco('a')])), 'places')).toContain('for 1 part is not used: “Part b”.');
    expect(meets(pair(two, tree([sco('a'), sco('b')], { standard: 'scorm_2004', edition: '4th' })))).toEqual([
      'unused',
      'unused',
    ]);
  });

  it('finds the page of an address with a query and signs of its own', () => {
    const queried = tree([sco('a', { href: 'shared/launch%20page.html?content=why#top' })]);
    expect(meets(pair(queried, queried, [changed('shared/launch page.html')]))).toEqual(['doubtful']);
    expect(meets(pair(tree([sco('a', { href: '100%.html' })]), tree([sco('a', { href: '100%.html' })])))).toEqual([
      'understood',
    ]);
  });
});

describe('any two versions', () => {
  const trees = fc
    .uniqueArray(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
        // A title is anything, but none of the words by which a hole is known.
        title: fc.string().filter((title) => !/undefined|null|NaN|OLD/.test(title)),
        nested: fc.boolean(),
      }),
      {
        selector: ({ id }) => id,
      },
    )
    .map((given) =>
      tree([
        ...given.filter(({ nested }) => !nested).map(({ id, title }) => sco(id, { title })),
        {
          id: 'chapter',
          title: 'C',
          visible: true,
          children: given.filter(({ nested }) => nested).map(({ id, title }) => sco(id, { title })),
        },
      ]),
    );
  const hash = fc.constantFrom(null, 'aa', 'bb', 'cc');
  const differences = fc
    .uniqueArray(fc.record({ path: fc.string(), before: hash, after: hash }), { selector: ({ path }) => path })
    .map((list) => list.filter(({ before, after }) => before !== after));

  it('account for every part and every file once', () => {
    fc.assert(
      fc.property(trees, trees, differences, (before, after, files) => {
        const { scos, files: became, before: old, after: now } = compareVersions(pair(before, after, files));
        expect(scos.removed.length + scos.reidentified.length + scos.kept).toBe(old.scos);
        expect(scos.added.length + scos.reidentified.length + scos.kept).toBe(now.scos);
        const { changed: other, added, removed, moved } = became;
        expect(other.length + added.length + removed.length + 2 * moved.length).toBe(files.length);
      }),
    );
  });

  it('can be said in sentences without a hole', () => {
    fc.assert(
      fc.property(trees, trees, differences, (before, after, files) => {
        for (const { lines, details } of comparisonInWords(compareVersions(pair(before, after, files)))) {
          expect(lines.length).toBeGreaterThan(0);
          expect(lines.join(' ')).not.toMatch(/undefined|null|NaN|\bOLD\b/);
          expect((details?.items ?? ['x']).length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('keep as many parts in place as they can', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6]), (values) => {
        const kept = [...longestInOrder(values)].toSorted((a, b) => a - b).map((index) => values[index]!);
        expect(kept).toEqual(kept.toSorted((a, b) => a - b));
        const longest = values.map(() => 1);
        for (const [i, value] of values.entries())
          for (let j = 0; j < i; j++) if (values[j]! < value) longest[i] = Math.max(longest[i]!, longest[j]! + 1);
        expect(kept.length).toBe(Math.max(0, ...longest));
      }),
    );
  });
});
