import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { access, constants, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { Ids } from '../injected/ids';

/** A pre-compressed copy lies beside the original under the original's hash. */
export type StoredEncoding = 'identity' | 'gzip';

/**
 * Files by their SHA-256 (hex), below DATA_DIR/files. Nothing that came from outside ever becomes part of a path.
 * New files are written elsewhere and renamed into place, so a file that is there is whole.
 */
@Injectable()
export class FileStore {
  private readonly root: string;

  constructor(
    @Inject(CONFIG) config: Pick<Config, 'DATA_DIR'>,
    private readonly ids: Ids,
  ) {
    this.root = resolve(config.DATA_DIR, 'files');
  }

  path(sha256: string, encoding: StoredEncoding = 'identity'): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('Not a SHA-256 in hex');
    const name = encoding === 'gzip' ? `${sha256}.gz` : sha256;
    // One level: making a folder costs more than finding a name among some thousands.
    return join(this.root, sha256.slice(0, 2), name);
  }

  /** Stores `data` durably. @returns its SHA-256 in hex */
  async put(data: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(data).digest('hex');
    const folder = await this.stage();
    try {
      const temporary = join(folder, sha256);
      const file = await open(temporary, 'w');
      try {
        await file.writeFile(data);
        await file.sync();
      } finally {
        await file.close();
      }
      await this.adopt(temporary, sha256);
    } finally {
      await this.discard(folder);
    }
    return sha256;
  }

  /** A new empty folder on the same disk, to prepare files in before `adopt`. */
  async stage(): Promise<string> {
    const folder = join(this.root, 'staging', this.ids.uuid());
    await mkdir(folder, { recursive: true });
    return folder;
  }

  /** Moves a finished file into the store; harmless when the store has it already. */
  async adopt(file: string, sha256: string, encoding: StoredEncoding = 'identity'): Promise<void> {
    const place = this.path(sha256, encoding);
    try {
      await rename(file, place);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      await mkdir(resolve(place, '..'), { recursive: true });
      await rename(file, place);
    }
  }

  async discard(stagingFolder: string): Promise<void> {
    if (!resolve(stagingFolder).startsWith(join(this.root, 'staging'))) throw new Error('Not a staging folder');
    await rm(stagingFolder, { recursive: true, force: true });
  }

  /** What earlier processes left half done. Call it at start, before anything is staged. */
  async clearStaging(): Promise<void> {
    await rm(join(this.root, 'staging'), { recursive: true, force: true });
  }

  has(sha256: string, encoding: StoredEncoding = 'identity'): Promise<boolean> {
    return access(this.path(sha256, encoding)).then(
      () => true,
      () => false,
    );
  }

  read(sha256: string, encoding: StoredEncoding = 'identity'): Promise<Buffer> {
    return readFile(this.path(sha256, encoding));
  }

  stream(sha256: string, range?: { start: number; end: number }): ReadStream {
    return createReadStream(this.path(sha256), range);
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
    await rm(this.path(sha256, 'gzip'), { force: true });
  }

  /** For the health page: may a file be written? Asked of the system, without writing one. */
  async check(): Promise<void> {
    await access(this.root, constants.W_OK).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
      // Nothing was stored yet.
      await access(resolve(this.root, '..'), constants.W_OK);
    });
  }
}
