import {
  type ActivityTree,
  FileNames,
  type PackageFinding,
  fitToFiles,
  type ManifestReading,
  readManifest,
  scos,
} from '@induct/scorm';
import { Archive, ArchiveBroken, type ArchiveEntry } from '../archive/archive';
import { brokenArchive, damagedFile, note, refused } from '../archive/archive-findings';
import { checkArchive } from '../archive/archive-rules';
import { isJunk } from '../archive/entry-name';
import { inTheirCodePage } from '../archive/entry-names';
import { FolderWriter } from '../archive/folder-writer';
import { DECLARED_FILE, DECLARED_MOST_BYTES, type Declared, readDeclared } from '../declared/declared';
import { lookAtLaunchPages } from '../outside/look-at-launch-pages';
import { OutsideLook } from '../outside/outside-content';
import { outsideFindings } from '../outside/outside-findings';
import type { PackageLimits } from '../archive/package-limits';
import { type PackageEntry, packageRoot } from '../archive/package-root';
import { isRefused, type PackageReport, refusal } from './package-report';
import { plainBytes } from '../archive/plain-bytes';
import { countedFindings } from './several-findings';
import { contentOf, unpack } from '../archive/unpack';
import { EntryDamaged, type UnpackedFile } from '../archive/unpacked-file';

export interface PackageReading {
  report: PackageReport;
  /** Present when it is accepted. */
  tree?: ActivityTree;
  /** What it says of itself to Induct, where it does. */
  declared?: Declared;
  /** What was unpacked: all files of an accepted package, else none. */
  files: UnpackedFile[];
}

interface Target {
  limits: PackageLimits;
  /** Where to unpack to, by hash; undefined: look only. */
  folder?: string;
  onProgress?: (done: number, total: number) => void;
}

/**
 * Reads an uploaded package: the central directory first, then the manifest, and only when both are fine its files.
 * Whatever is wrong with the package becomes a finding; only our own failures (a full disk) are thrown.
 */
export async function readPackage(path: string, target: Target): Promise<PackageReading> {
  const archive = new Archive(path);
  try {
    const reading = await readArchive(archive, target);
    return { ...reading, report: { ...reading.report, findings: countedFindings(reading.report.findings) } };
  } catch (error) {
    if (error instanceof EntryDamaged) return nothing([damagedFile(error.entryName)]);
    if (error instanceof ArchiveBroken) return nothing([brokenArchive(archive.start(64), error.message)]);
    throw error;
  } finally {
    archive.close();
  }
}

/** What was to be unpacked does not fit on the disk: that is no fault of the package. */
export class NotEnoughRoom extends Error {}

/** Text is stored compressed too, at most as large as in the zip. */
const roomFor = (files: readonly PackageEntry[]): number =>
  files.reduce((sum, { unpacked, packed }) => sum + unpacked + packed, 0);

async function readArchive(archive: Archive, target: Target): Promise<PackageReading> {
  const { limits } = target;
  const start = archive.start(64);
  if (archive.size > limits.upload) return nothing([tooLargeUpload(limits.upload)]);
  const entries = await archive.entries(limits.entries);
  if (typeof entries === 'number') return nothing([tooManyEntries(entries, limits.entries)]);
  if (entries.length > 0 && start.readUInt32LE(0) !== 0x04034b50) return nothing([polyglot(start)]);
  const named = inTheirCodePage(archive, entries, limits.manifest);
  const { files, findings } = checkArchive(named.entries, archive.size, limits);
  findings.push(...named.findings);
  if (isRefused(findings)) return nothing(findings);
  return await readModule(archive, files, findings, target);
}

async function readModule(
  archive: Archive,
  entries: readonly ArchiveEntry[],
  findings: PackageFinding[],
  target: Target,
): Promise<PackageReading> {
  const root = packageRoot(entries);
  findings.push(...root.findings);
  if (root.manifest === undefined) return nothing(findings);
  const bytes = root.files.reduce((sum, entry) => sum + entry.unpacked, 0);
  const known = { files: root.files.length, bytes };
  // Packed it may be larger than unpacked, and is read as a whole.
  if (Math.max(root.manifest.unpacked, root.manifest.packed) > target.limits.manifest) {
    findings.push(tooLargeManifest(root.manifest, target.limits.manifest));
    return nothing(findings, known);
  }
  const reading = readManifest(contentOf(archive, root.manifest));
  const tree = fitted(reading, root.files, findings);
  if (tree === undefined || isRefused(findings)) return nothing(findings, known);
  if (target.limits.room !== undefined && roomFor(root.files) > target.limits.room) throw new NotEnoughRoom();
  const look = new OutsideLook();
  const files = await unpackAll(archive, root.files, target, look);
  lookAtLaunchPages(archive, tree, root.files, look);
  const outside = look.seen();
  findings.push(...outsideFindings(outside));
  const declared = declaredIn(archive, root.files, findings);
  const report = { accepted: true, ...described(tree), ...known, findings, outside: outside.hosts };
  return { report, tree, files, ...(declared && { declared }) };
}

/** A module made elsewhere may have a file of that name, too: then it is one of its files and no more. */
function declaredIn(
  archive: Archive,
  files: readonly PackageEntry[],
  findings: PackageFinding[],
): Declared | undefined {
  const entry = files.find(({ path }) => path === DECLARED_FILE);
  if (!entry) return undefined;
  const isSmall = Math.max(entry.unpacked, entry.packed) <= DECLARED_MOST_BYTES;
  const declared = isSmall ? readDeclared(contentOf(archive, entry)) : undefined;
  if (!declared) findings.push(notDeclared());
  return declared;
}

function fitted(
  reading: ManifestReading,
  files: readonly PackageEntry[],
  findings: PackageFinding[],
): ActivityTree | undefined {
  findings.push(...reading.findings);
  if (reading.tree === undefined) return undefined;
  // What was left out on purpose is not missing, nor is a folder.
  const listed = reading.files.filter((file) => !isJunk(file) && !file.endsWith('/'));
  const fit = fitToFiles(reading.tree, listed, new FileNames(files.map(({ path }) => path)));
  findings.push(...fit.findings);
  return fit.tree;
}

async function unpackAll(
  archive: Archive,
  entries: readonly PackageEntry[],
  { folder, onProgress }: Target,
  look: OutsideLook,
): Promise<UnpackedFile[]> {
  const writer = folder === undefined ? undefined : new FolderWriter(folder);
  const files: UnpackedFile[] = [];
  try {
    // In the order of the zip: the disk is read once from front to back.
    for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
      files.push(await unpack(archive, entry, writer, look));
      await writer?.room();
      onProgress?.(files.length, entries.length);
    }
    await writer?.finish();
    return files;
  } finally {
    await writer?.settled();
  }
}

function described(
  tree: ActivityTree,
): Pick<PackageReport, 'standard' | 'edition' | 'title' | 'organizations' | 'scos'> {
  const { standard, edition, title, organizations } = tree;
  const launchable = scos(tree).map((sco) => ({ id: sco.id, title: sco.title, href: sco.href! }));
  return { standard, edition, title, organizations, scos: launchable };
}

function nothing(findings: readonly PackageFinding[], known?: Partial<PackageReport>): PackageReading {
  return { report: refusal(findings, known), files: [] };
}

export function tooLargeUpload(limit: number): PackageFinding {
  const message = `The zip is larger than ${plainBytes(limit)}.`;
  return refused('too-large', message, 'Make the videos smaller or split the module, then export it again.');
}

function tooManyEntries(count: number, limit: number): PackageFinding {
  const message = `The zip holds ${count.toLocaleString('en-GB')} files; up to ${limit.toLocaleString('en-GB')} are taken.`;
  return refused('too-many-files', message, 'Split the module into several packages.');
}

function tooLargeManifest(manifest: ArchiveEntry, limit: number): PackageFinding {
  const message = `The manifest takes ${plainBytes(Math.max(manifest.unpacked, manifest.packed))}; up to ${plainBytes(limit)} are taken.`;
  return refused('manifest-too-large', message, 'Split the module into several packages.', manifest.name);
}

const notDeclared = (): PackageFinding =>
  note(
    'declared-unreadable',
    'Its list of facts of the council cannot be read: learners read what the module says by itself.',
    DECLARED_FILE,
  );

/** A file that is a zip and something else too: a program, a picture, a web page. */
function polyglot(start: Buffer): PackageFinding {
  const what = start.toString('latin1').startsWith('MZ') ? ' (a program that unpacks itself)' : '';
  return refused('polyglot', `The file is more than a zip: something else comes before it${what}.`);
}
