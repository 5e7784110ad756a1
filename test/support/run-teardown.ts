import { rmSync } from 'node:fs';

export default async function endOfRun(): Promise<void> {
  await globalThis.testBrowser?.close();
  await globalThis.testPostgres?.stop();
  for (const folder of [globalThis.testFolder, globalThis.testMemory])
    if (folder) rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
