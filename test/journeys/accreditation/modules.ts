import type { Visitor } from '../scene';
import { ShippedModule, tutor } from '../shipped-module';

/** A member takes a module that ships, in a hurry, and passes. @param slug of its page @param course its folder */
export async function take(member: Visitor, slug: string, course: string): Promise<void> {
  await member.open(`/modules/${slug}`);
  await member.pressAt('main form[action$="/start"] button');
  const module = await ShippedModule.on(member.page);
  await module.readUpToTheTest();
  await module.takeTest(await tutor(course), 0);
  await member.pressAt('[data-exit]');
}

/** An officer looks at what a member completed in a hurry, and says that it counts. */
export async function believe(officer: Visitor, picture: string): Promise<void> {
  await officer.open('/admin/members/waiting');
  for (let nth = 0; await officer.page.$('::-p-text(Say whether it counts)'); nth++) {
    await officer.press('Say whether it counts');
    await officer.tickIn('decision', 'I have looked: this counts');
    await officer.type('words', 'I sat beside the member: a demonstration.');
    if (nth === 0) await officer.shoot(picture);
    await officer.press('Put on record');
    await officer.open('/admin/members/waiting');
  }
}
