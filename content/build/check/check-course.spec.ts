import { cpSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkCourse } from './check-course.mjs';

const today = '2026-12-01';

describe('content:check', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'induct-check-'));
    cpSync('content/player/specimen/specimen', folder, { recursive: true });
  });

  const edit = (file: string, from: string, to: string) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not hold "${from}"`);
    writeFileSync(path, text.replace(from, to));
  };
  const said = () =>
    checkCourse(folder, { today }).found.map(
      ({ severity, file, line, message }) => `${severity} ${file.split('/').at(-1)}:${line ?? ''} ${message}`,
    );

  // The specimen is no real module: too short, and with a small bank.
  const OF_THE_SPECIMEN = [
    /screens: write 10 to 16/,
    /scenarios, at least 2/,
    /7 minutes: 12 to 20/,
    /objectives: 4 to 6/,
    /The bank has 12 questions, at least 20/,
    /draws 6 questions; draw 10/,
    /REVIEW\.md: This file is missing/,
  ];

  it('says of the specimen what keeps it from being a module, and nothing else', () => {
    const errors = said().filter((line) => line.startsWith('error'));
    for (const expected of OF_THE_SPECIMEN) expect(errors).toContainEqual(expect.stringMatching(expected));
    expect(errors).toHaveLength(OF_THE_SPECIMEN.length);
  });

  it('marks what keeps a module from being built, and nothing else', () => {
    edit('questions.yaml', 'screen: pictures', 'screen: presents');
    const { found } = checkCourse(folder, { today });
    expect(found.filter(({ stops }) => stops).map(({ message }) => message)).toEqual(['There is no screen "presents"']);
  });

  it('takes the later of the days on which a source was read: here and in the register', () => {
    edit('01-welcome.md', 'You decide in the open.', 'You decide in the open. [s1 Local Government Act 1972]');
    edit('module.yaml', 'reviewed:', "lawRead: { 'Local Government Act 1972': '2031-01-01' }\nreviewed:");
    expect(said().join('\n')).not.toMatch(/law\.yaml.*Local Government Act 1972/);
    edit('module.yaml', '2031-01-01', '2001-01-01');
    expect(said()).toContainEqual(expect.stringMatching(/Local Government Act 1972" was last read on 2/));
  });

  it.each([
    ['01-welcome.md', 'This module has one', 'We utilise one', /^error 01-welcome\.md:3 "utilise" is jargon: use$/],
    [
      '01-welcome.md',
      'This module has one',
      `This ${'very '.repeat(30)}one`,
      /error 01-welcome\.md:3 A sentence of \d+ words/,
    ],
    [
      '01-welcome.md',
      'You decide in the open.',
      'Transformational organisational operationalisation necessitates multidimensional collaboration. '.repeat(6),
      /error 01-welcome\.md:1 Reading age \d+\.\d, at most 12/,
    ],
    [
      '02-pictures.md',
      'Three steps in a row',
      'Picture of three steps',
      /error 02-pictures\.md:3 The alt text .* without/,
    ],
    [
      '02-pictures.md',
      'The plan comes first. What is done follows from it. Looking back leads to the next plan.\n',
      '',
      /error 02-pictures\.md:3 .* needs a long description/,
    ],
    [
      '02-pictures.md',
      'Local Government Act 1972',
      '[The Act](http://www.legislation.gov.uk/)',
      /error 02-pictures\.md:\d+ .* must begin with https/,
    ],
    [
      '02-pictures.md',
      'Local Government Act 1972',
      '[The Act](https://example.com/)',
      /warning 02-pictures\.md:\d+ example\.com is not on the list/,
    ],
    [
      'media/cycle.svg',
      '<g fill="none"',
      '<script>alert(1)</script><g fill="none"',
      /error cycle\.svg:\d+ A drawing holds no <script>/,
    ],
    [
      'media/cycle.svg',
      '<g fill="none"',
      '<use href="https://x.example/a.svg#b"/><g fill="none"',
      /error cycle\.svg:\d+ It refers to/,
    ],
    [
      'media/cycle.svg',
      '<g fill="none"',
      '<g onclick="x()" fill="none"',
      /error cycle\.svg:\d+ A drawing runs nothing: onclick/,
    ],
    ['media/cycle.svg', 'viewBox="0 0 380 84"', 'width="380"', /error cycle\.svg:1 The <svg> needs a viewBox/],
    ['media/cycle.svg', '0 0 380 84', '0 0 640 84', /error cycle\.svg:1 It is 640 wide, at most 400: on a phone/],
    ['media/cycle.svg', 'font-size="17"', 'font-size="15"', /warning cycle\.svg:\d+ Text of 15 px: at least 16/],
    ['media/cycle.svg', '</svg>', '', /error cycle\.svg: It is not well-formed/],
    [
      'module.yaml',
      "reviewBy: '2027-11-30'",
      "reviewBy: '2026-11-30'",
      /error module\.yaml:\d+ Its review was due on 2026-11-30/,
    ],
    [
      'module.yaml',
      "reviewed: '2026-11-25'",
      "reviewed: '2026-12-25'",
      /error module\.yaml:\d+ It was not reviewed on 2026-12-25/,
    ],
    [
      'module.yaml',
      'https://www.legislation',
      'http://www.legislation',
      /error module\.yaml:\d+ .* must begin with https/,
    ],
    [
      'questions.yaml',
      'objective: blocks',
      'objective: questions',
      /warning questions\.yaml:\d+ "test-single-a" sends to "welcome"/,
    ],
    [
      'questions.yaml',
      'match: Chooses the cabinet',
      `match: Chooses ${'the cabinet '.repeat(6)}`,
      /warning questions\.yaml:\d+ A match of \d+ letters/,
    ],
    [
      '01-welcome.md',
      'You decide in the open.',
      'You decide in the open. To say nothing is a criminal offence.',
      /^warning 01-welcome\.md:23 A statement of law without its source: "To say nothing is a criminal offence\. …"$/,
    ],
    [
      '01-welcome.md',
      'You decide in the open.',
      'You decide in the open. [s1 Local Government Act 1066]',
      /^error 01-welcome\.md:23 There is no source "s1 Local Government Act 1066"/,
    ],
    [
      'module.yaml',
      "reviewed: '2026-11-25'",
      "reviewed: '2026-11-30'",
      /^warning module\.yaml:\d+ (?:"Local Government Act 1972" was last read on|Nobody has written down in .* Local Gov)/,
    ],
  ])('%s with "%s" as "%s"', (file, from, to, expected) => {
    edit(file, from, to);
    expect(said()).toContainEqual(expect.stringMatching(expected));
  });

  it.each([
    'To say nothing is a criminal offence. [s34 Localism Act 2011]',
    'To say nothing is a criminal offence [s34 Localism Act 2011].',
    'To say nothing is a criminal offence. Nor may you vote. [s34 Localism Act 2011]',
  ])('takes "%s" as a statement with its source', (statement) => {
    edit('01-welcome.md', 'You decide in the open.', statement);
    expect(said().join('\n')).not.toMatch(/01-welcome.*without its source/);
  });

  it('lets a drawing without words be as wide as it is', () => {
    const drawing = join(folder, 'media/cycle.svg');
    writeFileSync(drawing, '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 84"><circle r="4"/></svg>');
    expect(said().filter((one) => one.includes('cycle.svg'))).toEqual([]);
  });

  it('says when no scenario goes two steps deep', () => {
    expect(said().join('\n')).not.toMatch(/two steps deep/);
    const path = join(folder, '02-pictures.md');
    writeFileSync(path, readFileSync(path, 'utf8').replace(/::: scenario page-two[^]*?:::\n\n:::\n\n:::\n/, ''));
    expect(said()).toContainEqual(expect.stringMatching(/^error .* No scenario goes two steps deep/));
  });

  it('says when an objective is tested too little', () => {
    const path = join(folder, 'questions.yaml');
    writeFileSync(path, readFileSync(path, 'utf8').replaceAll('objective: blocks', 'objective: questions'));
    expect(said()).toContainEqual(
      expect.stringMatching(/error module\.yaml:\d+ The bank tests "blocks" with 0 questions/),
    );
  });

  it('still reads the screens when the questions cannot be read', () => {
    edit('questions.yaml', 'draw: 6', 'draw: [6');
    edit('01-welcome.md', 'This module has one', 'We utilise one');
    expect(said()).toContainEqual(expect.stringMatching(/^error questions\.yaml:\d+/));
    expect(said()).toContain('error 01-welcome.md:3 "utilise" is jargon: use');
    expect(said().join('\n')).not.toMatch(/no check with the id/);
  });
});

describe('the modules that are shipped', () => {
  it.each(readdirSync('content/courses'))('%s has nothing to mend', (slug) => {
    const { found } = checkCourse(join('content/courses', slug), { today });
    expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
