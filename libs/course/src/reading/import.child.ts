import { readFileSync, rmSync } from 'node:fs';
import type { ImportNews, ImportOrder } from './import-messages';
import { NotEnoughRoom, readPackage } from './read-package';

const EVERY = 200;

/**
 * Imports in a process of their own: what a package does to it stays here. The parent ends it; ending by itself it could
 * be gone before its last message was read.
 */
process.on('message', (order: ImportOrder) => void importPackage(order));
// The parent has gone: so has the reason for being here.
process.once('disconnect', () => process.exit());
tell({ kind: 'ready' });

async function importPackage({ zip, folder, limits }: ImportOrder): Promise<void> {
  let last = performance.now();
  const onProgress = (done: number, total: number) => {
    const now = performance.now();
    if (now - last < EVERY) return;
    last = now;
    tell({ kind: 'progress', done, total });
  };
  try {
    const reading = await readPackage(zip, { limits, folder, onProgress });
    if (!reading.report.accepted) rmSync(folder, { recursive: true, force: true });
    tell({ kind: 'finished', reading, peakBytes: peakBytes() });
  } catch (error) {
    const isFull = error instanceof NotEnoughRoom || (error as NodeJS.ErrnoException).code === 'ENOSPC';
    tell(isFull ? { kind: 'no-room' } : { kind: 'failed', message: (error as Error).message });
  }
}

function tell(news: ImportNews): void {
  process.send?.(news);
}

/**
 * The most memory that this process has had. Linux counts the memory of whoever started a process into its `maxRSS`, so there
 * the kernel's other number is read.
 */
function peakBytes(): number {
  const kib =
    process.platform === 'linux' && /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1];
  return (kib ? Number(kib) : process.resourceUsage().maxRSS) * 1024;
}
