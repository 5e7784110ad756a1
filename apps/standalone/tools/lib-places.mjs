// node apps/standalone/tools/lib-places.mjs [ROOT]: a lib is a folder, a line in apps/libs.ts, and a line in the README's map.
// It ends with 1 when one is missing, or names a lib that is not there, or a lib stands on one that does not come before it,
// and says what to write where.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { descriptorOf, FLOOR, libsOf, standsOn } from './stands-on.mjs';

const root = process.argv[2] ?? join(import.meta.dirname, '../../..');
const read = (path) => readFileSync(join(root, path), 'utf8');
const folders = libsOf(root);

/** The libs in the order of LIBS. */
const list = read('apps/libs.ts');
const folderOf = new Map([...list.matchAll(/(\w+) \} from '@induct\/([\w-]+)'/g)].map(([, name, lib]) => [name, lib]));
const inOrder = [...(/ = \[([^\]]*)\]/.exec(list)?.[1] ?? '').matchAll(/\w+/g)].map(([name]) => folderOf.get(name));

/** scorm imports nothing of ours, not even `lib`: it has no descriptor. */
const filesOf = (lib) => ['README.md', 'src/index.ts', ...(lib === 'scorm' ? [] : [`src/${lib}.lib.ts`])];

/** What makes a folder a lib: who has it, and what to write for one that has not. */
const PLACES = [
  {
    where: 'its own folder',
    named: folders.filter((lib) => filesOf(lib).every((file) => existsSync(join(root, 'libs', lib, file)))),
    write: (lib) =>
      filesOf(lib)
        .map((file) => `libs/${lib}/${file}`)
        .join(', '),
  },
  {
    where: 'apps/libs.ts',
    named: ['scorm', ...inOrder],
    write: (lib) => `import its descriptor from '@induct/${lib}' and put it into LIBS`,
  },
  {
    where: 'README.md, the map',
    named: folders.filter((lib) => new RegExp(`libs/${lib}\\b`).test(read('README.md'))),
    write: (lib) => `a line on libs/${lib}`,
  },
];

/** What is wrong with what a lib says it stands on. Whoever is named comes before it, so there is no way round. */
function wrongBelow(lib) {
  try {
    const before = [...FLOOR, ...inOrder.slice(0, inOrder.indexOf(lib))].filter((below) => folders.includes(below));
    return standsOn(root, lib)
      .filter((below) => !before.includes(below))
      .map(
        (below) => `${descriptorOf(lib)}: standsOn names ${below}, a lib that does not come before it in apps/libs.ts`,
      );
  } catch (error) {
    return [error.message];
  }
}

const problems = [
  ...PLACES.flatMap(({ where, named, write }) => [
    ...folders.filter((lib) => !named.includes(lib)).map((lib) => `${where}: ${lib} is missing. Write: ${write(lib)}`),
    ...named.filter((lib) => !folders.includes(lib)).map((lib) => `${where}: there is no libs/${lib}. Take it out.`),
  ]),
  ...folders.flatMap(wrongBelow),
];
if (problems.length > 0) {
  console.error(problems.join('\n'));
  process.exitCode = 1;
}
