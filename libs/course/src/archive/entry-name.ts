import yauzl from 'yauzl';

/** Names that operating systems leave behind; nobody misses them. */
const junk =
  /(^|\/)(__MACOSX\/|\.AppleDouble\/|\.Spotlight-V100\/|\.Trashes\/|\.fseventsd\/|\.DS_Store$|\._[^/]*$|(eh)?Thumbs\.db$|desktop\.ini$)/i;

/** Signs that turn the reading direction, so that a name looks like another. */
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/;

export type NameFault = 'zip-slip' | 'odd-name' | 'bidi-name' | 'long-name';

type RawEntry = Pick<yauzl.Entry, 'generalPurposeBitFlag' | 'fileNameRaw' | 'extraFields'>;

/**
 * The name of an entry with `/` between folders. Without a flag the standard says CP437; most tools write UTF-8 all
 * the same, so bytes that are valid UTF-8 are taken for it. Info-ZIP's field with the name in UTF-8 (0x7075) goes first.
 */
export function entryName(entry: RawEntry): string {
  const { fileNameRaw, extraFields } = entry;
  const flags = isUtf8(fileNameRaw) ? entry.generalPurposeBitFlag | 0x800 : entry.generalPurposeBitFlag;
  return plainName(yauzl.getFileNameLowLevel(flags, fileNameRaw, extraFields, false));
}

/** The bytes of a name that nothing in the zip says how to read: it may be in another code page than CP437. */
export function nameInSomeCodePage(entry: RawEntry): Buffer | undefined {
  const { fileNameRaw, extraFields, generalPurposeBitFlag } = entry;
  if ((generalPurposeBitFlag & 0x800) !== 0 || isUtf8(fileNameRaw)) return undefined;
  const hasNameInUtf8 =
    yauzl.getFileNameLowLevel(0, fileNameRaw, extraFields, true) !==
    yauzl.getFileNameLowLevel(0, fileNameRaw, [], true);
  return hasNameInUtf8 ? undefined : fileNameRaw;
}

/** With `/` between folders, and without `./` before it. */
export function plainName(name: string): string {
  return name.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
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
