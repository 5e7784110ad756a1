import * as fc from 'fast-check';
import type { Battlefield } from './battlefield';
import { FOR_EVERY_SITE } from './for-every-site';
import { SHAPES } from './hostile-package';
import type { UnwatchedPage } from './unwatched-page';

/** Addresses attacked at a time. */
const ABREAST = 6;
/** Addresses asked for in one call of the page. A multiple of `TURNS`, so that shapes go on in turn. */
const AT_ONCE = 195;

/**
 * `in-turn`: every route and every shape, a fifteenth of the pairs, other ones at each SEED. `all`: besides them every shape at
 * some routes, where a browser protects least. No route has a rule of its own about where a request comes from, so what
 * differs between the settings is seen so too, and a run takes no hour when there are a thousand routes.
 */
export type Pairs = 'all' | 'in-turn';
const TURNS = 15;
/** Routes at which every shape is tried. */
const TRIED_BY_ALL = 40;

/** Fires shapes at every route from inside the player. @returns what could be read of the site */
export async function attackEverything(
  field: Battlefield,
  { pairs, withoutPolicy }: { withoutPolicy: boolean; pairs: Pairs },
): Promise<unknown[]> {
  const url = await field.launch(field.hostile.courseId);
  return attackFrom(field, await field.openUnwatched(url, { withoutPolicy }), pairs);
}

/** Fires shapes at every route from the package that a player shows. @returns what could be read of the site */
export async function attackFrom(field: Battlefield, player: UnwatchedPage, pairs: Pairs): Promise<unknown[]> {
  const addresses = drawn(await field.targets());
  expect(addresses.length).toBeGreaterThan(20);
  const found = addresses.map((): unknown[] => []);
  const attack = async (some: string[], turns: number) => {
    const given = [some, SHAPES, turns, ABREAST].map((one) => JSON.stringify(one));
    const read = await player.evaluate(`document.querySelector('#sco').contentWindow.attackAll(${given.join()})`);
    return read as unknown[][];
  };
  if (pairs === 'all')
    for (const [at, read] of (await attack(addresses.slice(0, TRIED_BY_ALL), 1)).entries()) found[at]!.push(...read);
  // A page is not waited for longer than three minutes, which a busy machine needs for a few hundred.
  for (let from = 0; from < addresses.length; from += AT_ONCE) {
    const some = await attack(addresses.slice(from, from + AT_ONCE), TURNS);
    for (const [at, read] of some.entries()) found[from + at]!.push(...read);
  }
  // The package's own files it can read: what attacks, works.
  expect(found.flat()).not.toEqual([]);
  return [...addresses.entries()]
    .filter(([at, address]) => isForNobodyElse(field, address) && found[at]!.length > 0)
    .map(([at, address]) => [address, found[at]]);
}

/** In an order of this run's own. */
const drawn = (addresses: string[]): string[] =>
  fc.sample(fc.shuffledSubarray(addresses, { minLength: addresses.length }), 1)[0]!;

const isForNobodyElse = ({ config: { SITE_ORIGIN } }: Battlefield, address: string) =>
  address.startsWith(SITE_ORIGIN) && !FOR_EVERY_SITE.test(address.slice(SITE_ORIGIN.length));

/** Opening the player writes these; what a package sends must not. */
export const withoutLaunches = (state: Record<string, string>) => without(state, 'launch', 'registration', 'attempt');

/** @returns every table's rows but for those of some */
export function without(state: Record<string, string>, ...tables: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(state).filter(([table]) => !tables.includes(table)));
}
