import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { ImportNews, ImportOrder } from './import-messages';
import type { PackageReading } from './read-package';
import { NoRoom } from '../storage/room.service';

export interface ImportResult {
  reading: PackageReading;
  /** The most memory the child had, in bytes. */
  peakBytes: number;
}

/** The import ended without a result: too much memory or time, a full disk, a crash. Nothing is known of the package. */
export class ImportFailed extends Error {}

/** JavaScript memory of a child; the files themselves pass through buffers of bounded size. */
const HEAP_MIB = 160;
const TIME_LIMIT = 10 * 60_000;
/** A spare child takes some 40 MB, so it is let go when nobody uploads. */
const SPARE_FOR = 5 * 60_000;

/** Runs imports in child processes with limits on memory and time, one at a time in each. */
@Injectable()
export class ImportProcesses implements OnApplicationShutdown {
  private spare?: ChildProcess;
  private spareTimer?: NodeJS.Timeout;
  private readonly running = new Set<ChildProcess>();
  private isClosing = false;

  /** Starts a child that waits, so that an import need not wait for one. Harmless when there is one. */
  warmUp(): void {
    if (!this.isClosing) this.keep(this.spare?.connected ? this.spare : startChild());
  }

  /**
   * Imports a zip into a folder.
   * @throws ImportFailed, NoRoom
   */
  async run(order: ImportOrder, onProgress: (done: number, total: number) => void): Promise<ImportResult> {
    if (this.isClosing) throw new ImportFailed('the application is ending');
    const child = this.spare?.connected ? this.spare : startChild();
    this.spare = undefined;
    this.running.add(child);
    child.ref();
    child.channel?.ref();
    const timer = setTimeout(() => child.kill('SIGKILL'), TIME_LIMIT);
    let isTrusted = false;
    try {
      const result = await resultOf(child, order, onProgress);
      // Whatever a bad package did to its child ends with it.
      isTrusted = result.reading.report.accepted;
      return result;
    } finally {
      clearTimeout(timer);
      this.running.delete(child);
      if (isTrusted && this.spare === undefined && !this.isClosing) this.keep(child);
      else child.kill('SIGKILL');
      this.warmUp();
    }
  }

  onApplicationShutdown(): void {
    this.isClosing = true;
    this.letSpareGo();
    for (const child of this.running) child.kill('SIGKILL');
  }

  private keep(child: ChildProcess): void {
    this.spare = child;
    // It must not keep the application from ending.
    child.unref();
    child.channel?.unref();
    clearTimeout(this.spareTimer);
    this.spareTimer = setTimeout(() => this.letSpareGo(), SPARE_FOR).unref();
  }

  private letSpareGo(): void {
    clearTimeout(this.spareTimer);
    this.spare?.kill('SIGKILL');
    this.spare = undefined;
  }
}

function startChild(): ChildProcess {
  return fork(childScript(), {
    execArgv: [`--max-old-space-size=${HEAP_MIB}`],
    serialization: 'advanced',
    // No settings, no secrets: it needs neither a database nor a network.
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Beside this file when built; tests run the sources and use what was built of them. */
function childScript(): string {
  const beside = join(__dirname, 'import.child.js');
  if (existsSync(beside)) return beside;
  const built = join(__dirname, '../../../../dist/libs/course/src/reading/import.child.js');
  if (!existsSync(built)) throw new Error(`${built} is missing: run "npm run build" first`);
  return built;
}

function resultOf(
  child: ChildProcess,
  order: ImportOrder,
  onProgress: (done: number, total: number) => void,
): Promise<ImportResult> {
  return new Promise((resolve, reject) => {
    for (const event of ['message', 'error', 'exit']) child.removeAllListeners(event);
    child.on('message', (news: ImportNews) => {
      if (news.kind === 'progress') onProgress(news.done, news.total);
      if (news.kind === 'finished') resolve(news);
      if (news.kind === 'no-room') reject(new NoRoom('disk'));
      if (news.kind === 'failed') reject(new ImportFailed(news.message));
    });
    child.once('error', (error) => reject(new ImportFailed(error.message)));
    child.once('exit', (code, signal) => reject(new ImportFailed(`the import ended early (${signal ?? code})`)));
    child.send(order);
  });
}
