import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { shippedFiles, shippedModules, starterFiles } from '../drafts/shipped-modules';
import { readFolderZip, zipFolder } from './folder-zip';
import { addPicture, pictureKind, picturesOf } from './pictures';

const GOOD = { 'a/module.yaml': 'title: A\n', 'a/questions.yaml': 'checks: []\n', 'a/01-one.md': '# One\n' };

/** "Billion laughs": nine of nine of nine … */
const LAUGHS = 'abcdefghi'
  .split('')
  .map((key, at) => `${key}: &${key} [${`*${'xabcdefgh'[at]},`.repeat(9)}]`)
  .join('\n')
  .replaceAll('*x', 'ha');
const screensTo = (last: number) =>
  Object.fromEntries(Array.from({ length: last }, (_, at) => [`a/${String(at).padStart(2, '0')}-s${at}.md`, '# S\n']));

async function zipped(files: Record<string, string | Buffer>): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [name, text] of Object.entries(files)) archive.addBuffer(Buffer.from(text), name);
  archive.end();
  return buffer(archive.outputStream);
}

it('gives every module that ships away, and takes it in again as it was', async () => {
  const modules = await shippedModules();
  expect(modules.length).toBeGreaterThan(15);
  for (const { slug } of modules) {
    const files = await shippedFiles(slug);
    expect(await readFolderZip(await zipFolder(slug, files))).toEqual(files);
  }
});

it('reads what a writer’s computer made: other line ends, no folder, its own files', async () => {
  const files = await readFolderZip(
    await zipped({
      'module.yaml': 'title: A\r\n',
      'questions.yaml': 'checks: []',
      '01-one.md': '# One',
      '__MACOSX/x': 'y',
      '.DS_Store': '',
    }),
  );
  expect(files.get('module.yaml')).toBe('title: A\n');
});

it.each([
  ['no zip', Buffer.from('hello'), 'no zip file'],
  ['something else', { 'letter.docx': 'x' }, 'one file module.yaml'],
  ['two modules', { 'a/module.yaml': 'title: A', 'b/module.yaml': 'title: B' }, 'one file module.yaml'],
  ['a program', { ...GOOD, 'a/run.js': 'x' }, 'that no module has: a/run.js'],
  ['a file beside the folder', { ...GOOD, 'x.md': 'x' }, 'that no module has: x.md'],
  ['no questions', { 'module.yaml': 'title: A', '01-one.md': '# One' }, 'no questions.yaml'],
  ['no screen', { 'module.yaml': 'title: A', 'questions.yaml': 'checks: []' }, 'no screen'],
  ['broken details', { ...GOOD, 'a/module.yaml': 'title: [' }, 'module.yaml cannot be read'],
  ['another alphabet', { ...GOOD, 'a/01-one.md': Buffer.from([0x23, 0x20, 0xe9]) }, 'not written as text in UTF-8'],
  ['details that are a list', { ...GOOD, 'a/module.yaml': '- A' }, 'The file is not written as names and values'],
  ['a number for a text', { ...GOOD, 'a/module.yaml': 'title: 5' }, '“title” is not a text: put it into quotes'],
  [
    'an aim that is none',
    { ...GOOD, 'a/module.yaml': 'title: A\nobjectives: [{id: a, text: B, screens: [one]}, null]' },
    '“objectives › 2” is not written as names and values',
  ],
  ['questions that are no list', { ...GOOD, 'a/questions.yaml': 'checks: {a: 1}' }, '“checks” is not a list'],
  [
    'a kind of question that has no form',
    { ...GOOD, 'a/questions.yaml': 'checks: [{id: a, objective: b, kind: constructor, question: C}]' },
    '“checks › 1 › kind” is none of single, multiple',
  ],
  ['what refers to itself', { ...GOOD, 'a/questions.yaml': `checks: []\n${LAUGHS}` }, 'Excessive alias count'],
  ['a text that takes minutes to read', { ...GOOD, 'a/module.yaml': '- a\n'.repeat(50_000) }, 'larger than 100 KB'],
  ['two screens of one name', { ...GOOD, 'a/02-one.md': '# Two\n' }, 'Two screens have the name “one”'],
  ['more screens than there are numbers', { ...GOOD, ...screensTo(99) }, 'at most 99 screens'],
])('refuses %s, and says why', async (_, given, words) => {
  const zip = Buffer.isBuffer(given) ? given : await zipped(given);
  await expect(readFolderZip(zip)).rejects.toThrow(words);
});

describe('a picture', () => {
  it.each([
    ['89504e470d0a1a0a00', 'png'],
    ['ffd8ffe000', 'jpg'],
    [Buffer.from('<?xml version="1.0"?>\n<!-- drawn -->\n<svg viewBox="0 0 1 1"/>').toString('hex'), 'svg'],
    [Buffer.from('<html><svg>').toString('hex'), undefined],
    [Buffer.from('GIF89a').toString('hex'), undefined],
  ])('is known by its bytes: %s', (hex, kind) => {
    expect(pictureKind(Buffer.from(hex, 'hex'))).toBe(kind);
  });

  it('is named after its file, and takes no other’s place', async () => {
    const files = new Map(await starterFiles()).set('media/img-1.png', Buffer.from('x'));
    expect(addPicture(files, 'IMG 1.JPEG', 'jpg', Buffer.from('y')).path).toBe('media/img-1-2.jpg');
    expect(picturesOf(files)).toEqual(['media/img-1.png']);
  });
});
