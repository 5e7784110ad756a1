// npm run licences [-- --check]: writes docs/licences.md from the lock file, without the network.
// It ends with 1 when a licence is unknown or not among those we accept; --check writes nothing and says whether the list
// is out of date. Our own licence is the one that LICENSE, package.json and the lock file name alike.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const LIST = join(root, 'docs/licences.md');

/** Permissive ones. */
const ACCEPTED = new Set([
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'OFL-1.1',
  'PostgreSQL',
  'PSF-2.0',
  'Python-2.0',
  'Unlicense',
  'W3C-20150513',
  'WTFPL',
]);
/** Only in what is never handed on: tools of development. */
const FOR_DEVELOPMENT = new Set(['CC-BY-4.0', 'MPL-2.0']);
/** Another lock file, for the test. */
const lock = process.argv.find((argument) => argument.endsWith('.json')) ?? join(root, 'package-lock.json');
const packages = Object.entries(JSON.parse(readFileSync(lock, 'utf8')).packages);

/** npm says where it stands; somebody has read it there. Another version is read again. */
const READ = new Map([['@digitalbazaar/credentials-context@3.2.0', 'BSD-3-Clause AND W3C-20150513']]);

/** Of Induct itself: docs/decisions/0955. */
const OWN = { licence: 'MIT', firstLine: 'MIT License' };

/** npm writes no licence of a binary for another system: it is the licence of the package that it is a part of. */
const ofWhole = new Map(
  packages.flatMap(([, { license, optionalDependencies = {} }]) =>
    license ? Object.keys(optionalDependencies).map((name) => [name, license]) : [],
  ),
);

/** SPDX, as far as packages use it: `(A OR B) AND C`. */
function isAccepted(expression, accepted) {
  const text = expression.trim().replace(/^\(([^()]*)\)$/, '$1');
  if (text.includes(' AND ')) return text.split(' AND ').every((part) => isAccepted(part, accepted));
  if (text.includes(' OR ')) return text.split(' OR ').some((part) => isAccepted(part, accepted));
  return accepted.has(text);
}

const rows = new Map();
const refused = [];
for (const [path, entry] of packages) {
  if (path === '' || entry.link) continue;
  const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const licence =
    READ.get(`${name}@${entry.version}`) ?? entry.license ?? (entry.optional ? ofWhole.get(name) : undefined);
  const accepted = entry.dev ? new Set([...ACCEPTED, ...FOR_DEVELOPMENT]) : ACCEPTED;
  if (!licence || !isAccepted(licence, accepted))
    refused.push(`${name} ${entry.version}: ${licence ?? 'says nothing'}`);
  rows.set(
    `${name} ${entry.version}`,
    `| ${name} | ${entry.version} | ${licence ?? 'unknown'} | ${entry.dev ? 'development' : 'product'} |`,
  );
}

const named = {
  'package.json': JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).license,
  'package-lock.json': JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages[''].license,
};
for (const [file, licence] of Object.entries(named))
  if (licence !== OWN.licence) refused.push(`Induct itself: ${file} says ${licence}, and it is under ${OWN.licence}`);
if (!readFileSync(join(root, 'LICENSE'), 'utf8').startsWith(OWN.firstLine))
  refused.push(`Induct itself: LICENSE does not begin with “${OWN.firstLine}”`);

const sorted = [...rows.entries()].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
const text = [
  '# Licences',
  '',
  `Induct is under the ${OWN.licence} licence (LICENSE). This is what it is built with, made by \`npm run licences\` from package-lock.json. The SBOM (CycloneDX) is printed by \`npm run sbom\`.`,
  '',
  '| package | version | licence | used in |',
  '| --- | --- | --- | --- |',
  ...sorted,
  '',
].join('\n');

if (refused.length > 0) {
  console.error(
    `Not known, or not accepted here (apps/standalone/tools/licences.mjs says which are):\n${refused.map((line) => `  - ${line}`).join('\n')}`,
  );
  process.exit(1);
}
if (process.argv.includes('--check')) {
  if (existsSync(LIST) && readFileSync(LIST, 'utf8') === text) process.exit(0);
  console.error('docs/licences.md is out of date: npm run licences');
  process.exit(1);
}
writeFileSync(LIST, text);
console.log(`${rows.size} packages, every licence accepted: docs/licences.md`);
