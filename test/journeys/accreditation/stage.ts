import assert from 'node:assert/strict';
import type { Browser } from 'puppeteer';
import { MEMBERS, STAFF } from '../../../apps/standalone/src';
import { type Album, Visitor } from '../scene';

/** One demo council, and whoever is at its desk. */
export interface Stage {
  browser: Browser;
  site: string;
  /** Pictures of the journey that is under way. */
  album: Album;
  /** What one proposes the other confirms. */
  ruth: Visitor;
  daniel: Visitor;
  /** Where files may be written. */
  folder: string;
  /** Where the pictures lie. */
  pictures: string;
}

const [RUTH, DANIEL] = STAFF.filter(({ roles }) => roles.includes('officer'));

/** Two officers at computers. */
export async function officers(browser: Browser, site: string, album: Album): Promise<Pick<Stage, 'ruth' | 'daniel'>> {
  const signedIn = async ({ email }: { email: string }) => {
    const officer = await Visitor.arrive(browser, site, album);
    await officer.signInByMail(email);
    return officer;
  };
  return { ruth: await signedIn(RUTH!), daniel: await signedIn(DANIEL!) };
}

/** A member of the demo council, on a phone. @param name as in the council */
export async function member({ browser, site, album }: Stage, name: string): Promise<Visitor> {
  const { email } = MEMBERS.find((one) => one.name === name)!;
  const phone = await Visitor.arrive(browser, site, album, 'narrow');
  await phone.signInByMail(email);
  return phone;
}

/** Somebody who is not signed in. */
export const stranger = ({ browser, site, album }: Stage): Promise<Visitor> =>
  Visitor.arrive(browser, site, album, 'narrow');

/** That a page says all of this. */
export async function says(visitor: Visitor, ...all: readonly (string | RegExp)[]): Promise<void> {
  const text = (await visitor.text()).replace(/\s+/g, ' ');
  for (const words of all) {
    const isThere = typeof words === 'string' ? text.includes(words) : words.test(text);
    assert.ok(isThere, `${visitor.address} does not say “${words.toString()}”:\n${text.slice(0, 3000)}`);
  }
}

/** That a page says none of this. */
export async function doesNotSay(visitor: Visitor, ...all: readonly string[]): Promise<void> {
  const text = (await visitor.text()).replace(/\s+/g, ' ');
  for (const words of all) assert.ok(!text.includes(words), `${visitor.address} says “${words}”`);
}

/** Opens a page again and again until it says this, or not any more. */
export async function until(visitor: Visitor, path: string, words: RegExp, is = true): Promise<void> {
  for (let tries = 0; tries < 150; tries++) {
    await visitor.open(path);
    if (words.test(await visitor.text()) === is) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  assert.fail(`${path} ${is ? 'never said' : 'went on saying'} ${String(words)}`);
}
