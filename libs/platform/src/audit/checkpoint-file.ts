import { appendFile, mkdir, open, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** The checkpoints that Induct makes itself, a line each, beside the files: never in the database, never rewritten. */
export class CheckpointFile {
  private readonly folder: string;
  readonly path: string;

  constructor(dataDir: string) {
    this.folder = resolve(dataDir, 'audit');
    this.path = join(this.folder, 'checkpoints.txt');
  }

  async add(line: string): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await appendFile(this.path, `${line}\n`, { mode: 0o600, flush: true });
  }

  async lines(): Promise<string[]> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').filter((line) => line !== '');
  }

  /** Read from the end: the file grows for ever. */
  async lastLine(): Promise<string | undefined> {
    const file = await open(this.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!file) return undefined;
    try {
      const { size } = await file.stat();
      const tail = Buffer.alloc(Math.min(size, 1024));
      await file.read(tail, 0, tail.length, size - tail.length);
      return tail.toString('utf8').trimEnd().split('\n').at(-1);
    } finally {
      await file.close();
    }
  }
}
