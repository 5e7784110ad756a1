import { kindOfPath, type FileChanges, idFor, type ModuleFiles } from '../format/folder';
import { PartNotFound } from '../authoring.errors';

/** Of one picture, in bytes: members load it on a phone. */
export const LARGEST_PICTURE = 2_000_000;

type Ending = 'svg' | 'png' | 'jpg';

/** What kind of picture it is, by its first bytes; undefined: none that a module may show. */
export function pictureKind(bytes: Buffer): Ending | undefined {
  if (bytes.subarray(0, 8).equals(Buffer.from('89504e470d0a1a0a', 'hex'))) return 'png';
  if (bytes.subarray(0, 3).equals(Buffer.from('ffd8ff', 'hex'))) return 'jpg';
  return /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<svg[\s>]/.test(bytes.subarray(0, 2000).toString('utf8'))
    ? 'svg'
    : undefined;
}

/** One picture more, named after the file that was chosen. */
export function addPicture(
  files: ModuleFiles,
  fileName: string,
  kind: Ending,
  bytes: Buffer,
): { path: string; changes: FileChanges } {
  const taken = picturesOf(files).map((path) => path.replace(/^media\/(.*)\.\w+$/, '$1'));
  const path = `media/${idFor(fileName.replace(/\.\w+$/, ''), taken, 'picture')}.${kind}`;
  return { path, changes: new Map([[path, bytes]]) };
}

/** @throws PartNotFound */
export function removePicture(files: ModuleFiles, path: string): FileChanges {
  if (!picturesOf(files).includes(path)) throw new PartNotFound();
  return new Map([[path, null]]);
}

/** By name. */
export const picturesOf = (files: ModuleFiles): string[] =>
  [...files.keys()].filter((path) => kindOfPath(path) === 'media' && /\.(svg|png|jpg)$/.test(path)).toSorted();
