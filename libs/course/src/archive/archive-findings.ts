import type { PackageFinding } from '@induct/scorm';
import type { NameFault } from './entry-name';

const zipAgain = 'Export the package again, or zip its files again with a usual program, and upload the new file.';

export function refused(code: string, message: string, remedy = zipAgain, where = ''): PackageFinding {
  return { code, severity: 'refused', message, remedy, where: printable(where) };
}

export function warning(code: string, message: string, remedy: string, where = ''): PackageFinding {
  return { code, severity: 'warning', message, remedy, where: printable(where) };
}

export function note(code: string, message: string, where = '', remedy = ''): PackageFinding {
  return { code, severity: 'note', message, remedy, where: printable(where) };
}

/** Names come from outside: shown shortened and without signs that could play tricks on the page. */
export function printable(name: string): string {
  return name.replaceAll(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, '\ufffd').slice(0, 300);
}

const faults: Record<NameFault, { message: string; remedy?: string }> = {
  'zip-slip': {
    message: 'A file’s name leads out of the package. Such names are used for attacks.',
    remedy: 'Do not use this file. Ask whoever made it for a clean export.',
  },
  'odd-name': { message: 'A file’s name has signs in it that no file name should have.' },
  'bidi-name': {
    message: 'A file’s name has hidden signs that turn the reading direction. They are used to disguise files.',
    remedy: 'Rename the file in the authoring tool and export the package again.',
  },
  'long-name': {
    message: 'The path of a file is too long.',
    remedy: 'Shorten the names of folders and files in the authoring tool and export the package again.',
  },
};

export function nameFinding(fault: NameFault, name: string): PackageFinding {
  const { message, remedy } = faults[fault];
  return refused(fault, message, remedy, name);
}

/** What the first bytes say a file is that cannot be opened as a zip. */
function notAZip(start: Buffer): PackageFinding {
  const text = start.toString('latin1').trimStart().toLowerCase();
  const signatures: [boolean, string][] = [
    [start.length === 0, 'The file is empty'],
    [text.startsWith('rar!'), 'The file is a RAR archive'],
    [start.subarray(0, 6).equals(Buffer.from('377abcaf271c', 'hex')), 'The file is a 7-Zip archive'],
    [start[0] === 0x1f && start[1] === 0x8b, 'The file is a gzip archive'],
    [text.startsWith('%pdf'), 'The file is a PDF document'],
    [/^<(!doctype|html|\?xml)/.test(text), 'The file is a web page or XML document'],
  ];
  const what = signatures.find(([matches]) => matches)?.[1] ?? 'The file is not a zip';
  return refused('not-a-zip', `${what}. A SCORM package is a zip file.`, 'Upload the zip file that your tool exports.');
}

/** Why yauzl could not read it. @param start of the file @param reason in yauzl's words */
export function brokenArchive(start: Buffer, reason: string): PackageFinding {
  if (start[0] !== 0x50 || start[1] !== 0x4b) return notAZip(start);
  if (/strong encryption/.test(reason)) return encrypted('');
  if (/multi-disk/.test(reason)) {
    return refused('multi-part', 'The zip is one of several parts of a split archive.', 'Make one single zip file.');
  }
  if (/End of central directory|ends too early|unexpected EOF/.test(reason)) {
    return refused(
      'truncated',
      'The zip is incomplete: its end is missing.',
      'Download or export it again, check its size, and upload the complete file.',
    );
  }
  return refused('damaged', 'The zip is damaged: the list of its files cannot be read.');
}

export function encrypted(name: string): PackageFinding {
  return refused('encrypted', 'The zip is protected with a password.', 'Zip the files again without a password.', name);
}

export function damagedFile(name: string): PackageFinding {
  return refused('damaged', 'A file in the zip is damaged: it is no longer what was packed.', undefined, name);
}
