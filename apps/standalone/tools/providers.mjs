// node apps/standalone/tools/providers.mjs [ROOT]: every @Injectable class of a lib is provided by a module of it, and by none twice: in
// the module's own file or in a list of a room (`*.providers.ts`) that it takes in. One that nobody provides keeps a process from
// starting; one that is provided twice is a line that two branches wrote. It ends with 1 when there is one, and says where.
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { libsOf } from './stands-on.mjs';

const root = process.argv[2] ?? join(import.meta.dirname, '../../..');
const read = (path) => readFileSync(join(root, path), 'utf8');

/** Where a class is named and not provided: comments, imports, what is exported, injected or asked for, types, what is made by hand. */
const NOT_PROVIDED =
  /\/\*[^]*?\*\/|\/\/.*|^(?:import|export) [^;]* from '[^']*';|\b(?:exports|inject): \[[^\]]*\]|(?<!\b(?:provide|useClass)): [A-Z]\w*|<[^<>;]*>|\b(?:class|new) \w+|\bget\(\w+/gm;

/** What a module provides, as text: its own file and the rooms' lists that it takes in, and those that they take in. */
const provides = (path) =>
  [
    read(path).replace(NOT_PROVIDED, ''),
    ...[...read(path).matchAll(/from '(\.[^']*\.providers)'/g)].map(([, from]) =>
      provides(join(dirname(path), `${from}.ts`)),
    ),
  ].join('\n');

/** The worker provides some of the libs' that no other process has. */
const apps = globSync('apps/*/src/*.module.ts', { cwd: root });

const problems = libsOf(root).flatMap((lib) => {
  const files = globSync(`libs/${lib}/src/**/*.ts`, { cwd: root })
    .filter((path) => !path.endsWith('.spec.ts'))
    .toSorted();
  const modules = files
    .filter((path) => /^@Module\(/m.test(read(path)))
    .concat(apps)
    .map((path) => ({ module: path, words: provides(path) }));
  const classes = files.flatMap((path) =>
    [...read(path).matchAll(/^@Injectable\(.*\)\s+export class (\w+)/gm)].map(([, name]) => ({ path, name })),
  );
  return classes.flatMap(({ path, name }) => {
    const named = modules.map(({ module, words }) => ({
      module,
      times: words.match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0,
    }));
    if (named.every(({ times }) => times === 0))
      return `${path}: nobody provides ${name}. Name it in the providers of its room or its module`;
    return named
      .filter(({ times }) => times > 1)
      .map(({ module, times }) => `${path}: ${module} provides ${name} ${times} times. Name it once`);
  });
});
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
