import { spawnSync } from 'node:child_process';

/** The player as the product serves it, built when its sources are newer. */
export function builtPlayer(): void {
  const { status, stderr } = spawnSync(
    process.execPath,
    ['apps/standalone/tools/build.mjs', '--quiet', '--only', 'player'],
    {
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    },
  );
  if (status !== 0) throw new Error(stderr);
}
