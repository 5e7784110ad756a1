import { Injectable } from '@nestjs/common';
import { FileStore } from '@induct/platform';
import { type AttachedFileType, attachedFileType, LARGEST_ATTACHED_FILE } from './attached-file';
import type { AttachedFileColumns } from './attached-file.columns';
import { NotAFileThatShows } from './attached-file.errors';

/** As a person looks at it. */
export interface AttachedFile {
  fileType: AttachedFileType | null;
  /** Hex; where the store has the file. */
  sha256: string | null;
}

/** What a row holds of it. */
export type StoredFile = Pick<AttachedFileColumns, 'sha256' | 'bytes' | 'contentType'>;

/** A file that is there. */
export interface FileInStore {
  fileType: AttachedFileType;
  /** Hex. */
  sha256: string;
}

/** The columns of the file that goes by `f` in a query. */
export const FILE_OF = `f.content_type as "fileType", encode(f.sha256, 'hex') as sha256`;

/** Files that show what was learned elsewhere. The store has them as soon as they are sent; a row keeps them there. */
@Injectable()
export class AttachedFiles {
  constructor(private readonly files: FileStore) {}

  /** @returns what a row holds of it @throws NotAFileThatShows */
  async keep(file: Buffer): Promise<StoredFile> {
    const contentType = attachedFileType(file);
    if (!contentType || file.length > LARGEST_ATTACHED_FILE) throw new NotAFileThatShows();
    return { sha256: Buffer.from(await this.files.put(file), 'hex'), bytes: file.length, contentType };
  }
}
