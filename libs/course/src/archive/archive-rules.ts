import { type PackageFinding, foldedName } from '@induct/scorm';
import type { ArchiveEntry } from './archive';
import { damagedFile, encrypted, nameFinding, note, refused } from './archive-findings';
import { isJunk, nameFault } from './entry-name';
import type { PackageLimits } from './package-limits';
import { plainBytes } from './plain-bytes';

const SYMLINK = 0xa000;
const usualTypes = [0, 0x4000, 0x8000];

export interface Checked {
  /** What is taken: files only, each name once. */
  files: ArchiveEntry[];
  findings: PackageFinding[];
}

/**
 * Decides by the central directory alone whether an archive may be unpacked (docs/scorm.md, “Importing a package”). The first
 * entry that breaks a rule is named for each rule.
 * @param size of the zip in bytes
 */
export function checkArchive(entries: readonly ArchiveEntry[], size: number, limits: PackageLimits): Checked {
  const findings = new Map<string, PackageFinding>();
  const find = (finding: PackageFinding | undefined) => {
    if (finding && !findings.has(finding.code)) findings.set(finding.code, finding);
  };
  for (const entry of entries) find(entryFinding(entry, limits));
  const files = entries.filter((entry) => !entry.isFolder && !isJunk(entry.name));
  const unpacked = files.reduce((sum, entry) => sum + entry.unpacked, 0);
  if (unpacked > limits.unpacked) find(tooLarge(unpacked, limits));
  const packed = files.reduce((sum, entry) => sum + entry.packed, 0);
  if (unpacked > limits.ratioFrom && unpacked > limits.ratio * packed) find(bombOfSmallFiles(unpacked, packed));
  if (overlap(entries, size)) {
    find(refused('overlapping-files', 'Files in the zip share the same bytes. This is how zip bombs are made.', bomb));
  }
  if (files.length < entries.filter(({ isFolder }) => !isFolder).length) {
    find(note('junk-left-out', 'Files that macOS or Windows added to the zip were left out.'));
  }
  const { once, finding } = withoutDoubles(files);
  find(finding);
  return { files: once, findings: [...findings.values()] };
}

const bomb = 'Do not use this file. Ask whoever made it for a clean export.';

function entryFinding(entry: ArchiveEntry, limits: PackageLimits): PackageFinding | undefined {
  const { name } = entry;
  const fault = nameFault(name, limits.path);
  if (fault) return nameFinding(fault, name);
  if (entry.isEncrypted) return encrypted(name);
  if (entry.unixType === SYMLINK) {
    return refused('symbolic-link', 'The zip has a link to another file in it. Links are not taken.', undefined, name);
  }
  if (!usualTypes.includes(entry.unixType)) {
    return refused('special-file', 'The zip has something in it that is neither a file nor a folder.', undefined, name);
  }
  if (entry.isFolder) return undefined;
  if (entry.method !== 0 && entry.method !== 8) {
    const message = 'A file is compressed in a way that is not usual for zip files.';
    return refused('unknown-compression', message, 'Zip the files again with the usual “Deflate” method.', name);
  }
  if (entry.method === 0 && entry.packed !== entry.unpacked) return damagedFile(name);
  if (entry.unpacked > limits.ratioFrom && entry.unpacked > limits.ratio * entry.packed) {
    const message = `A file is ${Math.floor(entry.unpacked / Math.max(1, entry.packed))} times larger than its compressed form (${plainBytes(entry.unpacked)}). This is how zip bombs are made.`;
    return refused('zip-bomb', message, bomb, name);
  }
  return undefined;
}

function bombOfSmallFiles(unpacked: number, packed: number): PackageFinding {
  const message = `Together the files are ${Math.floor(unpacked / Math.max(1, packed))} times larger than in the zip (${plainBytes(unpacked)}). This is how zip bombs are made.`;
  return refused('zip-bomb', message, bomb);
}

function tooLarge(unpacked: number, limits: PackageLimits): PackageFinding {
  const message = `Unpacked, the files take ${plainBytes(unpacked)}; up to ${plainBytes(limits.unpacked)} are taken.`;
  return refused('too-large-unpacked', message, 'Make the videos smaller or split the module, then export it again.');
}

/** In an honest zip no byte belongs to two files. */
function overlap(entries: readonly ArchiveEntry[], size: number): boolean {
  const inOrder = entries.toSorted((a, b) => a.offset - b.offset);
  return inOrder.some((entry, index) => entry.offset + entry.length > (inOrder[index + 1]?.offset ?? size));
}

/** Windows and macOS would keep only one of two names that differ in case; which one, nobody knows. */
function withoutDoubles(files: readonly ArchiveEntry[]): { once: ArchiveEntry[]; finding?: PackageFinding } {
  const byName = new Map<string, ArchiveEntry>();
  let finding: PackageFinding | undefined;
  for (const entry of files) {
    const folded = foldedName(entry.name);
    const other = byName.get(folded);
    if (other === undefined) {
      byName.set(folded, entry);
    } else if (other.crc32 === entry.crc32 && other.unpacked === entry.unpacked) {
      finding ??= note('repeated-file', 'A file is in the zip twice with the same content. One was taken.', entry.name);
    } else {
      const message = 'Two files in the zip have the same name, apart from capital letters or accents.';
      const remedy = 'Rename one of them in the authoring tool and export the package again.';
      return { once: [], finding: refused('duplicate-name', message, remedy, entry.name) };
    }
  }
  return { once: [...byName.values()], ...(finding ? { finding } : {}) };
}
