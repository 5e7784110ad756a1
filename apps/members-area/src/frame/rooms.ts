import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { Type } from '@nestjs/common';
import { CONTROLLER_WATERMARK, INJECTABLE_WATERMARK } from '@nestjs/common/constants.js';

/** Where screens live. */
const ROOMS = ['frame', 'forms', 'lists', 'public', 'member', 'testing', 'desk'];
/** Beside the site's own code. */
const OTHERS = /\.(spec|given|browser|d)\.[jt]s$/;

export interface Rooms {
  /** Every controller: `@Screen`. */
  screens: Type[];
  /** What they ask and use: everything `@Injectable`. */
  providers: Type[];
}

/**
 * What stands in the rooms of the site, found by its files: a page is added by adding its folder, and is gone with it.
 * A build begins with an empty folder, so nothing is found that was deleted.
 */
export function findRooms(): Rooms {
  const site = join(__dirname, '..');
  const files = ROOMS.flatMap((room) =>
    globSync('**/*.{js,ts}', { cwd: join(site, room) }).map((file) => join(site, room, file)),
  );
  const found = new Set<Type>();
  for (const file of files.filter((name) => !OTHERS.test(name)).toSorted()) {
    const exported = Object.values(require(file) as Record<string, unknown>);
    for (const one of exported) if (typeof one === 'function') found.add(one as Type);
  }
  const marked = (mark: string) => [...found].filter((one) => Reflect.hasOwnMetadata(mark, one));
  return { screens: marked(CONTROLLER_WATERMARK), providers: marked(INJECTABLE_WATERMARK) };
}
