// node apps/standalone/tools/migrations.mjs [--next] [ROOT]: every migration has a number of its own, 13 digits at the end of its
// class. It says in which order they run, and nothing of the day. `--next` prints one that is free.
// It ends with 1 when two have the same number, and says which to take instead.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** So much higher is the next one: room for a lib's own that belong together. */
const STEP = 10;

const given = process.argv.slice(2);
const root = given.find((one) => one !== '--next') ?? join(import.meta.dirname, '../../..');

/** @type {{ path: string, name: string, number: string }[]} */
const migrations = globSync('libs/*/src/**/*.ts', { cwd: root })
  .toSorted()
  .flatMap((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(/\bclass (\w+?)(\d*) implements MigrationInterface\b/g)].map(
      ([, name, number]) => ({ path, name: `${name}${number}`, number: number ?? '' }),
    ),
  );
const right = migrations.filter(({ number }) => number.length === 13);
const next = String(Math.max(...right.map(({ number }) => Number(number))) + STEP);

if (given.includes('--next')) console.log(next);
else {
  const first = new Map(migrations.toReversed().map((one) => [one.number, one]));
  const problems = migrations.flatMap((one) => {
    const take = `Let it end in ${next}`;
    if (one.number.length !== 13) return `${one.path}: ${one.name} does not end in a number of 13 digits. ${take}`;
    const other = first.get(one.number);
    return other === one
      ? []
      : `${one.path}: ${one.name} has the number of ${other?.name}. ${take}, whichever is newer`;
  });
  if (problems.length > 0) {
    console.error(problems.join('\n'));
    process.exitCode = 1;
  }
}
