// npm run check: format, lint, types, boundaries, licences; as many at once as there are processors. It ends with 1 when one of
// them finds something, and says which; all of them are run, so that everything is said at once.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');

/** Read anew when its contents have changed, whatever its date says; gone with node_modules. */
const FORMAT_CACHE = '--cache --cache-strategy content --cache-location node_modules/.cache/prettier-check';

/** Those that take longest first: what is left over for one processor at the end is short. */
const CHECKS = [
  'tsc --noEmit',
  `prettier --check . ${FORMAT_CACHE}`,
  'oxlint --type-aware',
  'tsc --noEmit -p apps/course-service/browser',
  'depcruise apps libs test content',
  'tsc --noEmit -p content/player/browser',
  'node apps/standalone/tools/walls.mjs',
  'node apps/standalone/tools/rows.mjs',
  'node apps/standalone/tools/rooms.mjs',
  'node apps/standalone/tools/migrations.mjs',
  'node apps/standalone/tools/lib-places.mjs',
  'node apps/standalone/tools/providers.mjs',
  'node apps/standalone/tools/licences.mjs --check',
];

const path = `${join(root, 'node_modules/.bin')}:${process.env.PATH}`;
const waiting = [...CHECKS];
const failed = [];

/** @param {string} command as in CHECKS @returns {Promise<void>} when it has ended and what it said is printed, in one piece */
async function run(command) {
  const since = performance.now();
  const [program, ...given] = command.split(' ');
  const child = spawn(program, given, {
    cwd: root,
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (said += text));
  const isWell = await new Promise((done) => {
    child.once('error', (error) => {
      said += `${error.message}\n`;
      done(false);
    });
    child.once('close', (code) => done(code === 0));
  });
  if (!isWell) failed.push(command);
  const seconds = ((performance.now() - since) / 1000).toFixed(1);
  console.log(`${isWell ? '✔' : '✘'} ${command.replace(` ${FORMAT_CACHE}`, '')} (${seconds} s)`);
  if (said.trim() !== '') console.log(said.trimEnd());
}

const lanes = Array.from({ length: Math.max(2, availableParallelism()) }, async () => {
  for (let next = waiting.shift(); next; next = waiting.shift()) await run(next);
});
await Promise.all(lanes);

if (failed.length > 0) {
  console.error(`\nNot clean:\n${failed.map((command) => `  ${command.replace(` ${FORMAT_CACHE}`, '')}`).join('\n')}`);
  process.exitCode = 1;
} else console.log(`\nClean, in ${(performance.now() / 1000).toFixed(0)} s`);
