import { spawnSync } from 'node:child_process';

export const hasProgram = (name: string): boolean => spawnSync(name, ['-v'], { stdio: 'ignore' }).error === undefined;

/** Tests with a program of the system's. Where it is not installed they are skipped, and their title says why. */
export function describeWithProgram(name: string, tests: () => void): void {
  if (hasProgram(name)) describe(`with ${name}`, tests);
  else describe.skip(`with ${name} (skipped: it is not installed here)`, tests);
}
