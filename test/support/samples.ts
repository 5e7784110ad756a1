import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../shared/packages');

/** @param name with its ending */
export const sample = (name: string): string => join(FOLDER, name);

/** Tests on real packages that lie beside the project. Where they do not, the tests are skipped, and their title says why. */
export function describeWithSamples(title: string, tests: () => void): void {
  if (existsSync(FOLDER)) describe(title, tests);
  else describe.skip(`${title} (skipped: there are no sample packages in ${FOLDER})`, tests);
}
