// Builds what is missing or older than its sources, and nothing else, so that `npm start` is quick.
//   node apps/standalone/tools/build.mjs [--quiet] [--only server|styles|player|module-player|content] [--force]
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
process.chdir(root);
const quiet = process.argv.includes('--quiet');
const force = process.argv.includes('--force');
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : undefined;

const steps = [
  {
    name: 'server',
    title: 'the server',
    sources: [
      'apps/libs.ts',
      'apps/*/src/**',
      'libs/*/src/**',
      'test/**',
      'nest-cli.json',
      'tsconfig.json',
      '.swcrc',
      'package-lock.json',
    ],
    made: 'dist/apps/standalone/src/main.js',
    build() {
      // Not `deleteOutDir`: the other steps keep their results in dist too.
      for (const folder of ['dist/apps', 'dist/libs', 'dist/test']) rmSync(folder, { recursive: true, force: true });
      const nest = spawnSync(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build'], { encoding: 'utf8' });
      if (nest.status !== 0) throw new Error(nest.stdout + nest.stderr);
    },
  },
  external(
    'styles',
    'the style sheet',
    [
      'apps/members-area/src/frame/{styles,images,scripts}/**',
      'apps/members-area/src/**/*.browser.mjs',
      'package-lock.json',
    ],
    'apps/members-area/src/frame/styles/build.mjs',
    'buildStyles',
    'dist/assets',
  ),
  external(
    'player',
    'the player',
    ['apps/course-service/browser/**', 'libs/scorm/src/**', 'package-lock.json'],
    'apps/course-service/browser/build.mjs',
    'buildPlayer',
    'dist/player',
  ),
  external(
    'module-player',
    'the player of modules',
    ['content/player/browser/**', 'content/build/player-bundle.mjs', 'package-lock.json'],
    'content/build/player-bundle.mjs',
    'buildModulePlayer',
    'dist/module-player',
  ),
  external(
    'content',
    'the course',
    ['content/{build,courses,player,programme}/**', 'content/council.yaml', 'libs/scorm/src/**', 'package-lock.json'],
    'content/build/build.mjs',
    'buildContent',
    'dist/content',
  ),
];

/** A step whose script exports `name({ outDir, quiet })`. */
function external(name, title, sources, script, exported, outDir) {
  return {
    name,
    title,
    sources,
    made: outDir,
    async build() {
      rmSync(outDir, { recursive: true, force: true });
      mkdirSync(outDir, { recursive: true });
      const module = await import(pathToFileURL(join(root, script)).href);
      await module[exported]({ outDir: resolve(outDir), quiet });
    },
  };
}

/** Changes whenever a source is added, removed or edited. */
function fingerprint(patterns) {
  const hash = createHash('sha256');
  for (const path of globSync(patterns).toSorted()) {
    const stat = statSync(path);
    if (stat.isFile()) hash.update(`${path}\0${stat.mtimeMs}\0${stat.size}\n`);
  }
  return hash.digest('hex');
}

for (const step of steps) {
  if (only && step.name !== only && !(only === 'content' && step.name === 'server')) continue;
  const stamp = `dist/.${step.name}`;
  const now = fingerprint(step.sources);
  if (!force && existsSync(step.made) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) continue;
  const started = performance.now();
  if (!quiet) process.stdout.write(`Building ${step.title} … `);
  try {
    await step.build();
  } catch (error) {
    console.error(`\nCould not build ${step.title}:\n${error.message}`);
    process.exit(1);
  }
  writeFileSync(stamp, now);
  if (!quiet) console.log(`${((performance.now() - started) / 1000).toFixed(1)} s`);
}
