// node apps/standalone/tools/lib-places.mjs [ROOT]: every folder of libs/ is named wherever a lib has to be.
// It ends with 1 when a place leaves one out, or names one that is not there, and says what to write there.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const root = process.argv[2] ?? join(import.meta.dirname, '../../..');
const read = (path) => readFileSync(join(root, path), 'utf8');

const folders = readdirSync(join(root, 'libs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

const { forbidden } = createRequire(import.meta.url)(join(root, '.dependency-cruiser.cjs'));

/** Where a lib has to be named: which are, and what to write for one that is not. */
const PLACES = [
  {
    where: '.dependency-cruiser.cjs, STANDS_ON',
    named: forbidden.flatMap(({ name }) => /^what-(.+)-stands-on$/.exec(name)?.[1] ?? []),
    write: (lib) => `'${lib}': [ the libs it may import, beside scorm and platform ]`,
  },
  {
    where: 'apps/libs.ts',
    // scorm imports nothing of ours, not even `lib`.
    named: ['scorm', ...[...read('apps/libs.ts').matchAll(/'@induct\/([\w-]+)'/g)].map(([, name]) => name)],
    write: (lib) => `import its descriptor from '@induct/${lib}' and put it into LIBS`,
  },
  {
    where: 'README.md, the map',
    named: folders.filter((lib) => new RegExp(`libs/${lib}\\b`).test(read('README.md'))),
    write: (lib) => `a line on libs/${lib}`,
  },
  {
    where: 'its own folder',
    named: folders.filter((lib) =>
      ['README.md', 'src/index.ts'].every((file) => existsSync(join(root, 'libs', lib, file))),
    ),
    write: (lib) => `libs/${lib}/README.md and libs/${lib}/src/index.ts`,
  },
];

const problems = PLACES.flatMap(({ where, named, write }) => [
  ...folders.filter((lib) => !named.includes(lib)).map((lib) => `${where}: ${lib} is missing. Write: ${write(lib)}`),
  ...named.filter((lib) => !folders.includes(lib)).map((lib) => `${where}: there is no libs/${lib}. Take it out.`),
]);
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
