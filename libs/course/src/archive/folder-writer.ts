import { writeFile } from 'node:fs';
import { join } from 'node:path';

/** How much may wait to be written, so that memory stays bounded. */
const MOST_FILES = 32;
const MOST_BYTES = 16 * 1024 ** 2;

/** Writes files into one folder while the next are being unpacked: making a file costs more than its content does. */
export class FolderWriter {
  private readonly written = new Set<string>();
  private files = 0;
  private bytes = 0;
  private failure?: Error;
  private wake?: () => void;

  constructor(readonly folder: string) {}

  has(name: string): boolean {
    return this.written.has(name);
  }

  /** Counts as written what somebody else has put into the folder. */
  note(name: string): void {
    this.written.add(name);
  }

  /** Takes a file to write; one of that name is written once. Wait for `room` before the next. */
  write(name: string, content: Buffer): void {
    if (this.written.has(name)) return;
    this.written.add(name);
    this.files++;
    this.bytes += content.length;
    writeFile(join(this.folder, name), content, (error) => {
      this.files--;
      this.bytes -= content.length;
      if (error) this.failure ??= error;
      this.wake?.();
    });
  }

  /** @throws what went wrong with a file so far, such as a full disk */
  async room(): Promise<void> {
    await this.until(() => this.files < MOST_FILES && this.bytes < MOST_BYTES);
  }

  /** Waits until everything is written. @throws as `room` */
  async finish(): Promise<void> {
    await this.until(() => this.files === 0);
  }

  /** Waits until nothing is under way any more, whatever went wrong: only then may the folder be taken away. */
  async settled(): Promise<void> {
    while (this.files > 0) await this.change();
  }

  private async until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await this.change();
    if (this.failure) throw this.failure;
  }

  private change(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }
}
