/** A file of a version as it is stored: see the table package_file. */
export interface UnpackedFile {
  path: string;
  /** In hex. */
  sha256: string;
  bytes: number;
  contentType: string;
  /** Size of the compressed copy; null when there is none. */
  gzipBytes: number | null;
}

/** An entry's content is not what the zip's directory says. */
export class EntryDamaged extends Error {
  constructor(readonly entryName: string) {
    super(entryName);
  }
}

/** Is shown the content of each file as it goes by: large ones in pieces. */
export interface Onlooker {
  file(path: string, contentType: string, content: Buffer): void;
}
