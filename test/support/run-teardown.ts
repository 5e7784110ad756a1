import { rmSync } from 'node:fs';

export default async function endOfRun(): Promise<void> {
  await globalThis.testBrowser?.close();
  await globalThis.testPostgres?.stop();
  if (globalThis.testFolder) rmSync(globalThis.testFolder, { recursive: true, force: true, maxRetries: 5 });
}
