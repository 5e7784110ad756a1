// npm run content:build [-- --council FILE --out FOLDER slug …]
// Without options it builds what `npm start` publishes, into dist/content. With --council it builds a council's own
// packages, for somebody to upload: they never go to dist/content, which the next start builds anew.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildContent } from './build.mjs';
import { CourseSourcesInvalid } from './problems.mjs';

const root = join(import.meta.dirname, '../..');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { council: { type: 'string' }, out: { type: 'string' } },
});
const everything = !values.council && !values.out && positionals.length === 0;

const build = (...args) =>
  spawnSync(process.execPath, [join(root, 'apps/standalone/tools/build.mjs'), ...args], { stdio: 'inherit' }).status ??
  1;

if (everything) process.exit(build('--only', 'content'));
// The manifest is written by the server's code.
if (build('--quiet', '--only', 'server') !== 0) process.exit(1);
const outDir = resolve(values.out ?? 'packages');
try {
  const catalogue = await buildContent({
    outDir,
    learning: false,
    ...(values.council && { council: resolve(values.council) }),
    ...(positionals.length > 0 && { slugs: positionals }),
  });
  console.log(`\n${catalogue.length} modules, for SCORM 1.2 and 2004, are in ${outDir}`);
} catch (error) {
  if (!(error instanceof CourseSourcesInvalid) && error.code !== 'ENOENT') throw error;
  console.error(`\n${error.message}`);
  process.exitCode = 1;
}
