import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import yauzl from 'yauzl';
import { FolderRefused } from '../authoring.errors';
import { LARGEST_DRAFT, LARGEST_TEXT } from '../drafts/draft-files';
import { ABOUT_FILE, kindOfPath, MOST_SCREENS, type ModuleFiles, QUESTIONS_FILE, screensOf } from '../format/folder';
import { questionPlaces, readQuestions } from '../format/questions-text';
import { readDetails } from '../format/module-text';

/** What an honest folder has is counted in dozens. */
const MOST_ENTRIES = 1000;
/** What computers put into zips by themselves. */
const JUNK = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/;

/** The folder of a module as a zip, in a folder of its name. */
export async function zipFolder(name: string, files: ModuleFiles): Promise<Buffer> {
  const archive = new ZipFile();
  for (const [path, file] of files) archive.addBuffer(Buffer.from(file), `${name}/${path}`);
  archive.end();
  return await buffer(archive.outputStream);
}

/** What is in the zip of a module's folder; the folder itself may be in it, or what is in the folder. @throws FolderRefused */
export async function readFolderZip(zip: Buffer): Promise<ModuleFiles> {
  const bytes = await entriesOf(zip);
  const about = [...bytes.keys()].filter((path) => path.split('/').at(-1) === ABOUT_FILE);
  if (about.length !== 1)
    throw new FolderRefused(
      'A module’s folder has one file module.yaml. Choose the zip that “Take the folder along” gave you.',
    );
  const root = about[0]!.slice(0, -ABOUT_FILE.length);
  const files = new Map<string, string | Buffer>();
  for (const [path, file] of bytes) {
    const within = path.startsWith(root) ? path.slice(root.length) : undefined;
    const kind = within && kindOfPath(within);
    if (!kind) throw new FolderRefused(`There is a file in it that no module has: ${path.slice(0, 100)}`);
    files.set(within, kind === 'text' ? textIn(file, within) : file);
  }
  mustBeRead(files);
  return files;
}

async function entriesOf(zip: Buffer): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  let left = LARGEST_DRAFT;
  try {
    const archive = await yauzl.fromBufferPromise(zip, { lazyEntries: true, autoClose: false });
    if (archive.entryCount > MOST_ENTRIES) throw new FolderRefused('There are too many files in it.');
    for await (const entry of archive.eachEntry()) {
      if (entry.fileName.endsWith('/') || JUNK.test(entry.fileName)) continue;
      left -= entry.uncompressedSize;
      if (left < 0) throw new FolderRefused(`Unpacked it is larger than ${LARGEST_DRAFT / 1_000_000} MB.`);
      if (entry.isEncrypted()) throw new FolderRefused('It is locked with a password.');
      found.set(entry.fileName, await buffer(await archive.openReadStreamPromise(entry)));
    }
  } catch (error) {
    if (error instanceof FolderRefused) throw error;
    throw new FolderRefused('It is no zip file, or it is damaged.');
  }
  return found;
}

function textIn(bytes: Buffer, path: string): string {
  // Before anything reads it: reading takes longer than unpacking.
  if (bytes.length > LARGEST_TEXT) throw new FolderRefused(`${path} is larger than ${LARGEST_TEXT / 1000} KB.`);
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes).replaceAll('\r\n', '\n');
    if (text.includes('\0')) throw new Error('It holds a character that no text has');
    return text;
  } catch {
    throw new FolderRefused(`${path} is not written as text in UTF-8.`);
  }
}

/** What cannot be read could not be mended in forms either. */
function mustBeRead(files: ModuleFiles): void {
  const screens = screensOf(files);
  if (screens.length === 0) throw new FolderRefused('There is no screen in it: a file like 01-welcome.md.');
  if (screens.length > MOST_SCREENS) throw new FolderRefused(`A module has at most ${MOST_SCREENS} screens.`);
  const twice = screens.find(({ id }, at) => screens.findIndex((other) => other.id === id) !== at);
  if (twice) throw new FolderRefused(`Two screens have the name “${twice.id}”.`);
  for (const [path, read] of [
    [ABOUT_FILE, readDetails],
    [QUESTIONS_FILE, readQuestions],
    [QUESTIONS_FILE, questionPlaces],
  ] as const) {
    const text = files.get(path);
    if (typeof text !== 'string') throw new FolderRefused(`There is no ${path} in it.`);
    try {
      read(text);
    } catch (error) {
      throw new FolderRefused(`${path} cannot be read: ${(error as Error).message.split('\n')[0]}`);
    }
  }
}
