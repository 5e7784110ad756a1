import { close, fsync, open } from 'node:fs';
import { promisify } from 'node:util';

/** Has the names in a folder on the disk: without it, files that were moved there may be gone after a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders; its file system keeps names by itself.
  if (process.platform === 'win32') return;
  const handle = await promisify(open)(folder, 'r');
  try {
    await promisify((file: number, done: (error?: Error | null) => void) => fsync(file, done))(handle);
  } finally {
    await promisify(close)(handle);
  }
}
