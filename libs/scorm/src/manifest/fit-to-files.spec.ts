import type { ActivityTree } from '../activity/activity-tree';
import { FileNames, fitToFiles } from './fit-to-files';

const course = (...hrefs: string[]): ActivityTree => ({
  standard: 'scorm_12',
  edition: '1.2',
  title: 'Course',
  identifier: 'course',
  organizations: 1,
  needsSequencing: false,
  root: {
    id: 'root',
    title: 'Course',
    visible: true,
    children: hrefs.map((href, index) => ({
      id: `i${index}`,
      title: `Part ${index}`,
      href,
      scormType: 'sco',
      visible: true,
      children: [],
    })),
  },
});
const fit = (tree: ActivityTree, files: string[], listed: string[] = []) => {
  const { tree: fitted, findings } = fitToFiles(tree, listed, new FileNames(files));
  return { hrefs: fitted.root.children.map(({ href }) => href), codes: findings.map(({ code }) => code) };
};

describe('the addresses of a manifest', () => {
  it('lead to files, with their query and fragment', () => {
    expect(fit(course('a%20b/index.html?x=1#y'), ['a b/index.html'])).toEqual({
      hrefs: ['a%20b/index.html?x=1#y'],
      codes: [],
    });
  });

  it('may be written in another case or another form of the same letters', () => {
    expect(fit(course('Index.HTM', 'caf%C3%A9.html'), ['index.htm', 'cafe\u0301.html'])).toEqual({
      hrefs: ['index.htm', 'cafe%CC%81.html'],
      codes: ['different-case', 'different-case'],
    });
  });

  it('may be file names that were never escaped', () => {
    expect(fit(course('100%25.html'), ['100%.html']).hrefs).toEqual(['100%25.html']);
  });

  it('cannot be opened when the file is missing', () => {
    expect(fit(course('a.html', 'b.html'), ['a.html'])).toEqual({
      hrefs: ['a.html', undefined],
      codes: ['missing-launch-file'],
    });
    expect(fit(course('a.html'), []).codes).toEqual(['missing-launch-file', 'nothing-to-launch']);
  });

  it('that lead nowhere are counted, in a sentence that fits their number', () => {
    const missing = (count: number, named: number) => {
      const listed = Array.from({ length: named }, (_, n) => `f${n}.png`);
      const { findings } = fitToFiles(course('a.html'), listed, new FileNames(['a.html', ...listed.slice(count)]));
      return findings.map(({ message, where }) => [message, where]);
    };
    expect(missing(0, 195)).toEqual([]);
    expect(missing(1, 195)).toEqual([['A file that the manifest names is not in the package.', 'f0.png']]);
    expect(missing(2, 195)).toEqual([
      ['2 of the 195 files that the manifest names are not in the package.', 'f0.png, f1.png'],
    ]);
    expect(missing(40, 195)).toEqual([['40 of the 195 files that the manifest names are not in the package.', '']]);
    expect(missing(183, 195)).toEqual([
      ['Most of the module is missing: 183 of the 195 files that the manifest names are not in the package.', ''],
    ]);
  });

  it('are all looked for, and what is missing is said once', () => {
    expect(fit(course('a.html'), ['a.html'], ['a.html', 'b.jpg', 'c.mp4']).codes).toEqual(['missing-files']);
  });
});
