import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCourse } from './read-course.mjs';

describe('the sources of a module', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'induct-module-'));
    cpSync('content/player/specimen/specimen', folder, { recursive: true });
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
    ['questions.yaml', 'kind: multiple', 'kind: essay', /:\d+ .*single, multiple, true-false, matching, ordering or/],
    ['questions.yaml', 'screen: pictures', 'screen: presents', /:\d+ +There is no screen "presents"/],
    ['questions.yaml', 'objective: blocks', 'objective: bricks', /:\d+ +module\.yaml has no objective "bricks"/],
    ['questions.yaml', 'id: test-pairs-b', 'id: test-pairs-a', /Two questions have the id "test-pairs-a"/],
    ['questions.yaml', 'match: V', 'match: I', /questions\.yaml:\d+ .*every match must be different/],
    ['questions.yaml', 'Do, Look back', 'Do, Do', /questions\.yaml:\d+ .*Two steps are the same/],
    ['questions.yaml', 'answer: 2.5', 'answer: a few', /questions\.yaml:\d+ .*the right answer as a number/],
    ['questions.yaml', 'draw: 6', 'draw: 60', /questions\.yaml:\d+ .*draws more questions than there are/],
    ['questions.yaml', "ifRight: 'Five", "ifSo: 'Five", /questions\.yaml:\d+ .*There is no setting called ifSo/],
    ['questions.yaml', 'Five clear days.', 'Five {{days}}.', /questions\.yaml:\d+ .*filled only in a block "council"/],
    ['questions.yaml', 'id: how-many', 'id: how-much', /No screen shows the check "how-much"/],
    ['module.yaml', 'passMark: 80', 'passMark: most', /module\.yaml:\d+ .*pass mark as a whole number/],
    ['module.yaml', 'passMark:', 'passmark:', /There is no setting called passmark/],
    ['module.yaml', 'minutes: 7', 'minutes: 70', /module\.yaml:\d+ .*It says 70 minutes but reads as about \d+/],
    ['module.yaml', 'duties: [13]', 'duties: [14]', /module\.yaml:\d+ .*The duties are numbered 1 to 13/],
    ['module.yaml', '[welcome, pictures]', '[welcome, films]', /module\.yaml:\d+ +There is no screen "films"/],
    ['module.yaml', 'title: Every', 'title: [Every', /module\.yaml:\d+/],
    ['module.yaml', 'https://www.leg', 'javascript:leg', /module\.yaml:\d+ .*Write the full address, with https/],
    [
      '02-pictures.md',
      'It is not too late.',
      'It is not too late.\n\n::: video day-two The second day\n\n:::',
      /02-pictures\.md:\d+ +The block "video" needs its transcript/,
    ],
    ['01-welcome.md', '::: cards', '::: kards', /01-welcome\.md:19 +There is no block called "kards"/],
    ['01-welcome.md', '## What', '#### What', /01-welcome\.md:17 +A heading of level 4 needs one of level 3/],
    [
      '01-welcome.md',
      '{{members}}',
      '{{mayors}}',
      /01-welcome\.md:33 +The council's facts \(council\.yaml\) have no "mayors"/,
    ],
    [
      '02-pictures.md',
      'It is not too late.',
      '::: scenario deeper Deeper\n\n::: choice wise So\n\nIt is.\n\n:::\n\n:::',
      /02-pictures\.md:\d+ +A scenario goes two steps deep, and no further/,
    ],
    [
      '01-welcome.md',
      'one of everything',
      'one of {{members}}',
      /01-welcome\.md:3 +.*filled only in a block "council"/,
    ],
    [
      '01-welcome.md',
      '::: council',
      '::: council {{council_name}}',
      /01-welcome\.md:\d+ +.*filled only in a block "council", in its text/,
    ],
    ['01-welcome.md', '::: callout If you remember one thing', '::: callout', /needs a heading/],
    ['01-welcome.md', '# Every kind of screen', 'Every kind', /01-welcome\.md:1 +The first line is the title/],
    ['02-pictures.md', '::: choice wise', '::: choice clever', /02-pictures\.md:\d+ .*A choice stands in a scenario/],
    ['02-pictures.md', 'media/cycle.svg', 'media/circle.svg', /02-pictures\.md:3 +There is no file media\/circle\.svg/],
    [
      '02-pictures.md',
      'media/cycle.svg Three',
      '../cycle.svg Three',
      /02-pictures\.md:3 +Name a picture like media\/cycle\.svg/,
    ],
    ['03-questions.md', '::: check one-answer', '::: check no-answer', /no check with the id "no-answer"/],
  ])('say what is wrong, and where: %s with "%s" as "%s"', (file, from, to, expected) => {
    edit(file, from, to);
    expect(problems()).toMatch(expected);
  });

  it('say it when a block is never closed', () => {
    writeFileSync(join(folder, '01-welcome.md'), '# Welcome\n\nHello.\n\n::: callout Mind\n\nNever closed.\n');
    expect(problems()).toMatch(/01-welcome\.md:5 +The block "callout" is not closed/);
  });

  it('say everything that is wrong at once', () => {
    rmSync(join(folder, '04-arranging.md'));
    edit('01-welcome.md', '::: cards', '::: kards');
    edit('01-welcome.md', '::: callout If you remember one thing', '::: callout');
    expect(problems().split('\n').length).toBeGreaterThan(4);
  });
});
