import type { Visitor } from '../scene';
import { select } from '../accreditation/forms';
import { step } from '../step';
import { type GuideStage, somebody } from './guide-stage';

const OFFICER = 'Democratic Services officer';
const COPIED = 'A copy of “Scrutiny and asking good questions”';
/** Of the copied module: a screen, and one with a table. */
const [SCREEN, TABLE] = ['/screens/asking', '/screens/kinds-of-question/parts/0'];

/** A module that is written in the browser, each page of it; one of them on a phone. */
export async function authoring(stage: GuideStage): Promise<void> {
  const author = await somebody(stage, 'wide');
  await author.signInAs(OFFICER);
  const draft = await step('an officer begins a module as a copy', async () => {
    await author.open('/admin/drafts/new');
    await select(author, 'from', COPIED);
    await author.type('title', 'Scrutiny in Northmoor');
    await author.shoot('begin-a-module');
    await author.press('Begin');
    await author.shoot('draft-of-a-module');
    return author.address;
  });
  await step('opens a screen, changes a part, adds another', async () => {
    await author.open(draft + SCREEN);
    await author.shoot('draft-screen');
    await author.open(`${draft}${SCREEN}/parts/new`);
    await author.shoot('draft-add-a-part');
    await author.open(draft + TABLE);
    await previewed(author);
    await author.shoot('draft-part');
    await author.open(`${draft}/questions/test/new?kind=multiple`);
    await author.shoot('draft-question');
  });
  await step('reads what is left to do, and what was done', async () => {
    for (const page of ['details', 'pictures', 'review', 'test', 'history']) {
      await author.open(`${draft}/${page}`);
      await author.shoot(`draft-${page}`);
    }
  });
  const phone = await somebody(stage, 'phone');
  await step('goes on with it on a phone', async () => {
    await phone.signInAs(OFFICER);
    await phone.open(draft + SCREEN);
    await phone.shoot('draft-screen-phone');
  });
  await phone.leave();
  await author.leave();
}

/** What members will see stands beside the form. */
async function previewed(author: Visitor): Promise<void> {
  const frame = await author.page.waitForSelector('[data-preview]');
  const preview = await frame!.contentFrame();
  await preview!.waitForSelector('main');
}

/** What modules say of the council, and who has checked it. */
export async function factsAndReviews(officer: Visitor): Promise<void> {
  await step('an officer changes a local fact, and reviews a module', async () => {
    await officer.open('/admin/facts');
    await officer.shoot('local-facts');
    await officer.pressAt('main table a[href^="/admin/facts/"]');
    await officer.shoot('local-fact');
    await officer.open('/admin/reviews');
    await officer.shoot('reviews');
    await officer.pressAt('main table a[href$="/review"]');
    await officer.shoot('review-of-a-module');
  });
}
