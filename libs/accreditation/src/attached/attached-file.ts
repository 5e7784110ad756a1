/** What can be sent in to show something. */
export type AttachedFileType = 'application/pdf' | 'image/png' | 'image/jpeg';

export const LARGEST_ATTACHED_FILE = 10 * 1024 * 1024;

const BEGINNINGS: readonly [AttachedFileType, readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** By how it begins, whatever it is called; undefined when it is none of those that are taken. */
export const attachedFileType = (data: Uint8Array): AttachedFileType | undefined =>
  BEGINNINGS.find(([, bytes]) => bytes.every((byte, at) => data[at] === byte))?.[0];
