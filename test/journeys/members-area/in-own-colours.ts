import assert from 'node:assert/strict';
import { MEMBERS, PERSONAS, STAFF } from '../../../apps/standalone/src';
import { says } from '../accreditation/stage';
import { Visitor } from '../scene';
import { step } from '../step';
import { content } from '../tester';
import { onAPhone, type Stage } from './stage';

const OFFICER = STAFF.find(({ roles }) => roles.includes('officer'))!;
const MEMBER = MEMBERS[PERSONAS.halfWay.member]!;
const DRESS = { name: 'Longmoor Borough Council', shortName: 'Longmoor', bar: '#4a1d5c', action: '#8a1c4f' };
/** As browsers say it. */
const BAR = 'rgb(74, 29, 92)';

/** Name, colours, and what an area is called that elects members. */
export async function inOwnColours(stage: Stage): Promise<void> {
  const { browser, site, album } = stage;
  await step('an officer gives the council another name, its colours, and wards', async () => {
    const officer = await Visitor.arrive(browser, site, album);
    await officer.signInByMail(OFFICER.email);
    await officer.open('/admin/council/identity/change');
    await officer.type('bar', '#ffe680');
    await officer.tickIn('district', 'Ward');
    await officer.press('Look at it');
    await officer.shoot('colour-that-cannot-be-read');
    await says(officer, 'There is a problem');
    for (const [id, text] of Object.entries(DRESS)) await officer.type(id, text);
    await officer.press('Look at it');
    await officer.shoot('colours-to-check');
    await officer.press('Save it');
    await officer.shoot('colours-saved');
    await officer.leave();
  });
  const member = await onAPhone(stage);
  await step('strangers and members see it from then on, also while they play', async () => {
    await member.open('/thinking-about-it');
    await member.shoot('dressed-thinking-about-it');
    await says(member, DRESS.name, 'the people of one ward');
    await member.signInByMail(MEMBER.email);
    await member.open('/');
    await member.shoot('dressed-home');
    await says(member, DRESS.name);
    assert.equal(await background(member, '.induct-header'), BAR);
    await member.pressAt('.induct-next form button');
    await content(member);
    await member.shoot('dressed-playing');
  });
  await member.leave();
}

const background = (visitor: Visitor, selector: string): Promise<string> =>
  visitor.page.evaluate(`getComputedStyle(document.querySelector('${selector}')).backgroundColor`) as Promise<string>;
