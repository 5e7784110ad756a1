import type { Config } from '@induct/platform';

const MIB = 1024 ** 2;

/** What a package may be at most. Bytes unless named otherwise. */
export interface PackageLimits {
  /** Of the zip. */
  upload: number;
  /** Of all files unpacked. */
  unpacked: number;
  /** Entries of the zip, folders included. */
  entries: number;
  /** How many times smaller a file, and all of them together, may be packed than unpacked … */
  ratio: number;
  /** … when they take more than this unpacked. A single small file may shrink as it likes. */
  ratioFrom: number;
  /** Of a path within the package, in UTF-8. */
  path: number;
  manifest: number;
  /** On the disk for what is unpacked; undefined: nothing is written. */
  room?: number;
}

export const defaultLimits: PackageLimits = {
  upload: 1024 * MIB,
  unpacked: 3 * 1024 * MIB,
  entries: 20_000,
  ratio: 100,
  ratioFrom: MIB,
  path: 240,
  manifest: 5 * MIB,
};

type LimitSettings = Pick<Config, 'UPLOAD_MAX_BYTES' | 'PACKAGE_MAX_UNPACKED_BYTES' | 'PACKAGE_MAX_FILES'>;

export function packageLimits(config: LimitSettings): PackageLimits {
  return {
    ...defaultLimits,
    upload: config.UPLOAD_MAX_BYTES,
    unpacked: config.PACKAGE_MAX_UNPACKED_BYTES,
    entries: config.PACKAGE_MAX_FILES,
  };
}
