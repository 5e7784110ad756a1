import assert from 'node:assert/strict';
import { join } from 'node:path';
import { BY_ELECTION, CHAMPIONS, MEMBERS, PERSONAS, STEERING_GROUP } from '../../../apps/standalone/src';
import { Visitor } from '../scene';
import { step } from '../step';
import type { Stage } from './stage';

/** The smallest phone that is still in use. */
const SMALL = { width: 360, height: 640, isMobile: true, hasTouch: true };

/** Whose home it is, by their place among the members. */
const KINDS: readonly (readonly [kind: string, member: number])[] = [
  ['newcomer', PERSONAS.newcomer.member],
  ['half-way', PERSONAS.halfWay.member],
  ['nearly-there', PERSONAS.nearlyThere.member],
  ['certified', PERSONAS.certified.member],
  ['tester', STEERING_GROUP[0]!],
  ['champion', CHAMPIONS[0]!],
  ['by-election', BY_ELECTION.member],
  ['failed-so-far', 19],
  ['planning-not-begun', 42],
  ['one-module-begun', 16],
];

/** In the page: what can be read in the window without scrolling. */
const READABLE = `(() => {
  const said = [];
  const walk = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    range.selectNodeContents(walk.currentNode);
    const boxes = [...range.getClientRects()];
    const isSeen = boxes.length && boxes.every(({ bottom, width, height }) => bottom <= innerHeight && width > 1 && height > 1);
    if (isSeen && walk.currentNode.data.trim()) said.push(walk.currentNode.data.trim());
  }
  return said.join(' ').replace(/\\s+/g, ' ');
})()`;

const NOTHING_DUE = /Nothing is due|You have done everything/;
const HOW_LONG = /\b(\d+ minutes|an hour|\d+ hours?|\d+ h)\b/;
const BY_WHEN = /\b(by|since|until|was due|before)\b[^.]*\b(\d{1,2} [A-Z][a-z]+( \d{4})?|you sit)/i;

/** On the smallest phone, without scrolling: what, by when, how long, and the button that begins it. */
export async function tenHomes({ browser, site, album, pictures }: Stage): Promise<void> {
  const missing: string[] = [];
  for (const [nth, [kind, at]] of KINDS.entries()) {
    await step(`${kind} sees what, by when and how long`, async () => {
      const member = await Visitor.arrive(browser, site, album, 'phone');
      await member.signInByMail(MEMBERS[at]!.email);
      // As they land there, the first time: with whatever is offered then.
      await member.page.setViewport(SMALL);
      const picture = join(pictures, `home-${String(nth + 1).padStart(2, '0')}-${kind}-640.png`);
      await member.page.screenshot({ path: picture as `${string}.png` });
      const readable = (await member.page.evaluate(READABLE)) as string;
      const lacks = NOTHING_DUE.test(readable) ? [] : await lackingIn(member, readable);
      missing.push(...lacks.map((what) => `${kind} does not see ${what}: ${readable}`));
      await member.leave();
    });
  }
  assert.deepEqual(missing, []);
}

async function lackingIn(member: Visitor, readable: string): Promise<string[]> {
  const title = await member.page.$eval('.induct-next', (next) => next.querySelector('a, h2')!.textContent!.trim());
  const button = await member.page.$('.induct-next form button');
  const pressed = button && (await button.evaluate((one) => one.firstChild!.textContent!.trim()));
  return [
    ...(!pressed || readable.includes(pressed) ? [] : [`the button “${pressed}”`]),
    ...(readable.includes(title) ? [] : [`what (“${title}”)`]),
    ...(BY_WHEN.test(readable) ? [] : ['by when']),
    ...(HOW_LONG.test(readable) ? [] : ['how long']),
  ];
}
