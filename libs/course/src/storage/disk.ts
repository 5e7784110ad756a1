import { mkdir, statfs } from 'node:fs/promises';
import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@induct/platform';

/** The disk that packages are stored on. */
@Injectable()
export class Disk {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  /** Bytes that may still be written. */
  async free(): Promise<number> {
    await mkdir(this.config.DATA_DIR, { recursive: true });
    const { bavail, bsize } = await statfs(this.config.DATA_DIR);
    return Math.max(0, bavail * bsize - this.config.DISK_KEPT_FREE_BYTES);
  }
}
