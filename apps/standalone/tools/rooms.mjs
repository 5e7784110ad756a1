// No two rooms use each other, directly or over others: says which do, and by which files. A room is a folder; what puts rooms
// together (index.ts, *.module.ts, *.lib.ts, main.ts) and tests are left out.
//   node apps/standalone/tools/rooms.mjs
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';

const composes = /(\/index|\/main|\.module|\.lib|\.spec)\.ts$/;
const from = /(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g;

/** @returns the file that `name` means in `file`, or undefined when it is a package */
function target(file, name) {
  const base = name.startsWith('.') ? normalize(join(dirname(file), name)) : undefined;
  if (!base) return undefined;
  return [base, `${base}.ts`, `${base}.mjs`, join(base, 'index.ts')].find(
    (path) => /\.\w+$/.test(path) && existsSync(path),
  );
}

/** @returns room → room → the files that make the arrow */
function arrows() {
  const rooms = new Map();
  for (const file of globSync(['apps/**/*.ts', 'libs/**/*.ts'], { exclude: ['**/node_modules/**'] })) {
    if (composes.test(file)) continue;
    for (const [, name] of readFileSync(file, 'utf8').matchAll(from)) {
      const used = target(file, name);
      if (!used || dirname(used) === dirname(file)) continue;
      const room = rooms.get(dirname(file)) ?? new Map();
      rooms.set(dirname(file), room.set(dirname(used), [...(room.get(dirname(used)) ?? []), `${file} → ${used}`]));
    }
  }
  return rooms;
}

/** Whatever can be reached from a room. */
function reach(rooms, room, seen = new Set()) {
  for (const next of rooms.get(room)?.keys() ?? []) if (!seen.has(next)) reach(rooms, next, seen.add(next));
  return seen;
}

const rooms = arrows();
const round = [...rooms.keys()].filter((room) => reach(rooms, room).has(room));
for (const room of round) {
  for (const [other, files] of rooms.get(room)) if (reach(rooms, other).has(room)) console.error(files.join('\n'));
}
if (round.length > 0) {
  console.error(`\nThese rooms use each other: ${round.join(', ')}.\nMove what both need into a room below them.`);
  process.exit(1);
}
console.log(`✔ ${rooms.size} rooms, none of which use each other`);
