import type { Frame } from 'puppeteer';
import type { Battlefield } from './battlefield';
import { FOR_EVERY_SITE } from './for-every-site';
import { SHAPES } from './hostile-package';

/** Addresses attacked at a time. */
const ABREAST = 6;

/**
 * `all`: every shape at every route, where a browser protects least. `in-turn`: every route and every shape, a fifth of the
 * pairs. No route has a rule of its own about where a request comes from, so what differs between the settings is seen so too.
 */
export type Pairs = 'all' | 'in-turn';
const TURNS = 5;

/** Fires shapes at every route from inside the player. @returns what could be read of the site */
export async function attackEverything(
  field: Battlefield,
  { pairs, ...options }: { withoutPolicy: boolean; pairs: Pairs },
): Promise<unknown[]> {
  return attackFrom(field, (await field.play(field.hostile.courseId, options)).sco, pairs);
}

/** Fires shapes at every route from inside a frame. @returns what could be read of the site */
export async function attackFrom(field: Battlefield, sco: Frame, pairs: Pairs): Promise<unknown[]> {
  const addresses = await field.targets();
  expect(addresses.length).toBeGreaterThan(20);
  const turns = pairs === 'all' ? 1 : TURNS;
  const attacking = `attackAll(${JSON.stringify(addresses)}, ${JSON.stringify(SHAPES)}, ${turns}, ${ABREAST})`;
  const found = (await sco.evaluate(attacking)) as unknown[][];
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
