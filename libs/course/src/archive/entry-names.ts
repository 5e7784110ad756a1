import { FileNames, type PackageFinding, readManifest, scos } from '@induct/scorm';
import { type Archive, ArchiveBroken, type ArchiveEntry } from './archive';
import { note, warning } from './archive-findings';
import { type CodePage, codePages } from './code-pages';
import { plainName } from './entry-name';
import { contentOf } from './unpack';
import { EntryDamaged } from './unpacked-file';

export interface NamedEntries {
  entries: readonly ArchiveEntry[];
  /** How the names were read, when that was a question. */
  findings: PackageFinding[];
}

/** Windows in Western Europe packs with CP850, some tools write Windows-1252; neither says so. */
const MANIFEST = /(^|[/\\])imsmanifest\.xml$/i;

/**
 * Gives entries whose names are in a code page that the zip does not tell the names that the manifest lists: of the usual
 * code pages the one with most of them. Where the manifest lists none, the one in which the names are words.
 */
export function inTheirCodePage(archive: Archive, entries: readonly ArchiveEntry[], mostBytes: number): NamedEntries {
  const old = entries.filter(({ rawName }) => rawName !== undefined);
  if (old.length === 0) return { entries, findings: [] };
  const wanted = addressesBeyondAscii(archive, entries, mostBytes);
  const read = codePages.map((page) => readIn(page, entries, wanted));
  const best = read.reduce((one, other) => (isBetter(other, one) ? other : one));
  const names = old.length === 1 ? 'The name of a file' : `The names of ${old.length} files`;
  if (wanted.length > 0 && best.found === 0) return { entries: best.entries, findings: [unreadable(names)] };
  if (best.page === codePages[0]) return { entries: best.entries, findings: [] };
  const because = best.found > 0 ? 'the manifest lists them so' : 'they are words then';
  const message = `${names} in the zip cannot be read in the usual way. They were read as ${best.page.name}, because ${because}.`;
  return { entries: best.entries, findings: [note('names-code-page', message)] };
}

interface Reading {
  page: CodePage;
  entries: readonly ArchiveEntry[];
  /** How many of the names that the manifest lists beyond ASCII. */
  found: number;
  /** How much the signs beyond ASCII look like words: small letters more than capitals, anything else not at all. */
  words: number;
}

function isBetter(one: Reading, other: Reading): boolean {
  return one.found === other.found ? one.words > other.words : one.found > other.found;
}

function readIn(page: CodePage, entries: readonly ArchiveEntry[], wanted: readonly string[]): Reading {
  const named = entries.map((entry) =>
    entry.rawName ? { ...entry, name: plainName(page.read(entry.rawName)) } : entry,
  );
  const root = manifestOf(named)?.name.replace(MANIFEST, '$1') ?? '';
  const files = new FileNames(
    named.filter(({ name }) => name.startsWith(root)).map(({ name }) => name.slice(root.length)),
  );
  return {
    page,
    entries: named,
    found: wanted.filter((address) => files.find(address) !== undefined).length,
    words: named.reduce((sum, { rawName, name }) => sum + (rawName ? wordsIn(name) : 0), 0),
  };
}

function wordsIn(name: string): number {
  const letters = name.match(/(?!\p{ASCII})\p{Script=Latin}/gu) ?? [];
  return letters.reduce((sum, letter) => sum + (letter === letter.toLowerCase() ? 2 : 1), 0);
}

const manifestOf = (entries: readonly ArchiveEntry[]): ArchiveEntry | undefined =>
  entries
    .filter(({ name }) => MANIFEST.test(name))
    .toSorted((a, b) => a.name.split('/').length - b.name.split('/').length)[0];

/** What the manifest calls its files, as far as a code page matters. Whatever is wrong with it is said later. */
function addressesBeyondAscii(archive: Archive, entries: readonly ArchiveEntry[], mostBytes: number): string[] {
  const manifest = manifestOf(entries);
  if (!manifest || manifest.isEncrypted || Math.max(manifest.packed, manifest.unpacked) > mostBytes) return [];
  try {
    const { tree, files } = readManifest(contentOf(archive, manifest));
    const launched = tree ? scos(tree).map(({ href = '' }) => href) : [];
    const addresses = [...files, ...launched].map((address) => address.split(/[?#]/, 1)[0]!);
    return [...new Set(addresses)].filter((address) => /[^\p{ASCII}]|%[89a-f]/iu.test(address));
  } catch (error) {
    if (error instanceof EntryDamaged || error instanceof ArchiveBroken) return [];
    throw error;
  }
}

function unreadable(names: string): PackageFinding {
  return warning(
    'names-unreadable',
    `${names} in the zip cannot be read for certain: they are not what the manifest calls its files, whichever way they are read.`,
    'Zip the files again with a program that writes names in Unicode (UTF-8), or rename the files without accents.',
  );
}
