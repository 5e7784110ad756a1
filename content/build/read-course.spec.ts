import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCourse } from './read-course.mjs';

describe('the sources of a module', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'induct-module-'));
    cpSync('content/courses/code-of-conduct', folder, { recursive: true });
  });

  const edit = (file: string, from: string, to: string) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`);
    writeFileSync(path, text.replace(from, to));
  };
  const problems = (): string => {
    try {
      readCourse(folder);
      return 'none';
    } catch (error) {
      return (error as Error).message;
    }
  };

  it('are fine as they are', () => expect(problems()).toBe('none'));

  it.each([
    ['questions.yaml', 'right: true', 'right: yes', /questions\.yaml:\d+ .*right/],
    ['questions.yaml', '    answer: false', '    answer: perhaps', /:\d+ .*Say whether the statement is true or false/],
    ['questions.yaml', 'kind: multiple', 'kind: essay', /:\d+ .*single, multiple or true-false/],
    ['questions.yaml', 'screen: gifts', 'screen: presents', /:\d+ +There is no screen "presents"/],
    ['questions.yaml', 'id: test-gift', 'id: test-open-mind', /Two questions have the id "test-open-mind"/],
    ['module.yaml', 'passMark: 80', 'passMark: most', /module\.yaml:\d+ .*pass mark as a whole number/],
    ['module.yaml', 'passMark:', 'passmark:', /There is no setting called passmark/],
    ['module.yaml', 'minutes: 25', 'minutes: 5', /module\.yaml:\d+ .*It says 5 minutes but reads as about \d+/],
    ['module.yaml', 'title: The', 'title: [The', /module\.yaml:\d+/],
    ['02-principles.md', '::: cards', '::: kards', /02-principles\.md:7 +There is no block called "kards"/],
    ['02-principles.md', '## What', '#### What', /02-principles\.md:5 +A heading of level 4 needs one of level 3/],
    ['02-principles.md', '::: check principles', '::: check principals', /no check with the id "principals"/],
    ['08-gifts.md', '::: scenario hamper', '::: scenario quarry', /Two scenarios have the id "quarry"/],
    ['08-gifts.md', '::: choice wise', '::: choice clever', /08-gifts\.md:\d+ .*A choice stands in a scenario/],
    ['01-welcome.md', '::: callout If you remember one thing', '::: callout', /needs a heading/],
    ['01-welcome.md', '# The code of conduct', 'The code of conduct', /01-welcome\.md:1 +The first line is the title/],
  ])('say what is wrong, and where: %s with "%s" as "%s"', (file, from, to, expected) => {
    edit(file, from, to);
    expect(problems()).toMatch(expected);
  });

  it('say it when a block is never closed', () => {
    writeFileSync(join(folder, '01-welcome.md'), '# Welcome\n\nHello.\n\n::: callout Mind\n\nNever closed.\n');
    expect(problems()).toMatch(/01-welcome\.md:5 +The block "callout" is not closed/);
  });

  it('say everything that is wrong at once', () => {
    rmSync(join(folder, '08-gifts.md'));
    edit('02-principles.md', '::: cards', '::: kards');
    expect(problems().split('\n').length).toBeGreaterThan(2);
  });
});
