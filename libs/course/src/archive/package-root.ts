import type { PackageFinding } from '@induct/scorm';
import type { ArchiveEntry } from './archive';
import { note, refused } from './archive-findings';
import { otherFormat } from './other-formats';

/** A file of the module, by its path below the folder that holds the manifest. */
export interface PackageEntry extends ArchiveEntry {
  path: string;
}

export interface PackageRoot {
  manifest?: PackageEntry;
  files: PackageEntry[];
  findings: PackageFinding[];
}

/**
 * Finds the manifest, in whatever case it is written. Many people zip the folder instead of what is in it, so it may
 * lie in a folder: that folder is then the package.
 */
export function packageRoot(entries: readonly ArchiveEntry[]): PackageRoot {
  const depth = ({ name }: ArchiveEntry) => name.split('/').length;
  const manifests = entries.filter(({ name }) => /(^|\/)imsmanifest\.xml$/i.test(name));
  const shallowest = Math.min(...manifests.map(depth));
  const outermost = manifests.filter((entry) => depth(entry) === shallowest);
  const [found] = outermost;
  if (found === undefined) return { files: [], findings: [otherFormat(entries.map(({ name }) => name))] };
  if (outermost.length > 1) {
    const message = `The zip holds ${outermost.length} packages, each in a folder of its own.`;
    const finding = refused('several-packages', message, 'Upload each package as a zip of its own.', found.name);
    return { files: [], findings: [finding] };
  }
  const folder = found.name.slice(0, found.name.lastIndexOf('/') + 1);
  const files = entries
    .filter(({ name }) => name.startsWith(folder))
    .map((entry) => Object.assign({}, entry, { path: entry.name.slice(folder.length) }));
  const findings: PackageFinding[] = [];
  if (folder !== '') findings.push(note('wrapping-folder', 'The package lies in a folder within the zip.', folder));
  if (files.length < entries.length) {
    const message = `${entries.length - files.length} files lie outside the package’s folder and were left out.`;
    findings.push(note('files-outside', message, folder));
  }
  return { manifest: files.find(({ path }) => /^imsmanifest\.xml$/i.test(path))!, files, findings };
}
