import type { Battlefield } from './battlefield';
import { FOR_EVERY_SITE } from './for-every-site';
import { SHAPES } from './hostile-package';
import type { UnwatchedPage } from './unwatched-page';

/** Addresses attacked at a time. */
const ABREAST = 6;
/** Addresses asked for in one call of the page. A multiple of `TURNS`, so that shapes go on in turn. */
const AT_ONCE = 200;

/**
 * `all`: every shape at every route, where a browser protects least. `in-turn`: every route and every shape, a fifth of the
 * pairs. No route has a rule of its own about where a request comes from, so what differs between the settings is seen so too.
 */
export type Pairs = 'all' | 'in-turn';
const TURNS = 5;

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
  const addresses = await field.targets();
  expect(addresses.length).toBeGreaterThan(20);
  const turns = pairs === 'all' ? 1 : TURNS;
  const found: unknown[][] = [];
  // A page is not waited for longer than three minutes, which a busy machine needs for a few hundred.
  for (let from = 0; from < addresses.length; from += AT_ONCE) {
    const given = [addresses.slice(from, from + AT_ONCE), SHAPES, turns, ABREAST].map((one) => JSON.stringify(one));
    const some = await player.evaluate(`document.querySelector('#sco').contentWindow.attackAll(${given.join()})`);
    found.push(...(some as unknown[][]));
  }
  // The package's own files it can read: what attacks, works.
  expect(found.flat()).not.toEqual([]);
  return [...addresses.entries()]
    .filter(([at, address]) => isForNobodyElse(field, address) && found[at]!.length > 0)
    .map(([at, address]) => [address, found[at]]);
}

const isForNobodyElse = ({ config: { SITE_ORIGIN } }: Battlefield, address: string) =>
  address.startsWith(SITE_ORIGIN) && !FOR_EVERY_SITE.test(address.slice(SITE_ORIGIN.length));

/** Opening the player writes these; what a package sends must not. */
export const withoutLaunches = (state: Record<string, string>) => without(state, 'launch', 'registration', 'attempt');

/** @returns every table's rows but for those of some */
export function without(state: Record<string, string>, ...tables: string[]): Record<string, string> {
  return Object.fromEntries(Object.entries(state).filter(([table]) => !tables.includes(table)));
}
