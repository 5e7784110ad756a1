import yauzl from 'yauzl';

/** Names that operating systems leave behind; nobody misses them. */
const junk = /(^|\/)(__MACOSX\/|\.DS_Store$|\._[^/]*$|Thumbs\.db$|desktop\.ini$)/i;

/** Signs that turn the reading direction, so that a name looks like another. */
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

export type NameFault = 'zip-slip' | 'odd-name' | 'bidi-name' | 'long-name';

/**
 * The name of an entry with `/` between folders. Without a flag the standard says CP437; most tools write UTF-8 all
 * the same, so bytes that are valid UTF-8 are taken for it.
 */
export function entryName(entry: Pick<yauzl.Entry, 'generalPurposeBitFlag' | 'fileNameRaw' | 'extraFields'>): string {
  const { fileNameRaw, extraFields } = entry;
  const flags = isUtf8(fileNameRaw) ? entry.generalPurposeBitFlag | 0x800 : entry.generalPurposeBitFlag;
  return yauzl.getFileNameLowLevel(flags, fileNameRaw, extraFields, false).replace(/^(\.\/)+/, '');
}

export function isJunk(name: string): boolean {
  return junk.test(name);
}

/** What is wrong with a name; undefined when nothing is. Nothing is ever unpacked under its name, all the same. */
export function nameFault(name: string, longest: number): NameFault | undefined {
  const segments = name.replace(/\/$/, '').split('/');
  if (name.startsWith('/') || /^[a-z]:/i.test(name) || segments.includes('..')) return 'zip-slip';
  // oxlint-disable-next-line no-control-regex -- exactly what is looked for
  if (/[\u0000-\u001f\u007f]/.test(name) || segments.some((segment) => segment === '' || segment === '.')) {
    return 'odd-name';
  }
  if (bidi.test(name)) return 'bidi-name';
  return Buffer.byteLength(name) > longest ? 'long-name' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
