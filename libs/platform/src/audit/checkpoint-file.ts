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
    // A disk that was full has perhaps taken half of the line before.
    const begin = (await this.endsInALine()) ? '' : '\n';
    await appendFile(this.path, `${begin}${line}\n`, { mode: 0o600, flush: true });
  }

  async lines(): Promise<string[]> {
    const text = await readFile(this.path, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return '';
      throw error;
    });
    return text.split('\n').filter((line) => line !== '' && !breaksOff(line));
  }

  async lastLine(): Promise<string | undefined> {
    return (await this.tail()).trimEnd().split('\n').at(-1);
  }

  private async endsInALine(): Promise<boolean> {
    const tail = await this.tail();
    return tail === '' || tail.endsWith('\n');
  }

  /** The file grows for ever. */
  private async tail(): Promise<string> {
    const file = await open(this.path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
    if (!file) return '';
    try {
      const { size } = await file.stat();
      const tail = Buffer.alloc(Math.min(size, 1024));
      await file.read(tail, 0, tail.length, size - tail.length);
      return tail.toString('utf8');
    } finally {
      await file.close();
    }
  }
}

const BEGINS = 'Induct audit trail: ';
const SEAL = /, seal [0-9a-f]{32}$/;

/** A line of which the disk took only a part. It says no more than one that is missing. */
const breaksOff = (line: string): boolean =>
  line.length < BEGINS.length ? BEGINS.startsWith(line) : line.startsWith(BEGINS) && !SEAL.test(line);
