import type { WayKind } from '../requirements/way-kind';

/** What only a person can accept. */
export type ClaimKind = Exclude<WayKind, 'module'>;

export type ClaimFileType = 'application/pdf' | 'image/png' | 'image/jpeg';

export const LARGEST_CLAIM_FILE = 10 * 1024 * 1024;

const BEGINNINGS: readonly [ClaimFileType, readonly number[]][] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
];

/** By how it begins, whatever it is called; undefined when it is none of those that are taken. */
export const claimFileType = (data: Uint8Array): ClaimFileType | undefined =>
  BEGINNINGS.find(([, bytes]) => bytes.every((byte, at) => data[at] === byte))?.[0];
