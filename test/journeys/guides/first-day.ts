import { step } from '../step';
import { type GuideStage, somebody } from './guide-stage';

/** What `npm start -- --no-demo` printed when it was ready. */
const FIRST_LINK = /https?:\/\/\S+\/sign-in\/first-administrator\/\S+/;

/** An empty council, and whoever is there first. @param log what the start has printed so far */
export async function firstDay(stage: GuideStage, log: () => string): Promise<void> {
  const link = await firstLink(log);
  const administrator = await somebody(stage);
  await step('somebody becomes the first administrator', async () => {
    await administrator.open(link);
    await administrator.type('name', 'Priya Nand');
    await administrator.type('email', 'priya.nand@northmoor.example');
    await administrator.shoot('first-administrator');
    await administrator.press('Start');
    await administrator.shoot('first-desk');
  });
  await step('adds an officer, alone, and the pages say so', async () => {
    await administrator.open('/admin/people/new');
    await administrator.type('name', 'Ruth Calloway');
    await administrator.type('email', 'ruth.calloway@northmoor.example');
    await administrator.tickIn('roles', 'Officer');
    await administrator.press('Add this person');
    await administrator.shoot('given-alone');
  });
  await administrator.leave();
}

/** It is printed last, after the pages answer. */
async function firstLink(log: () => string): Promise<string> {
  for (let tries = 0; tries < 100; tries++) {
    const link = FIRST_LINK.exec(log())?.[0];
    if (link) return link;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`No link for the first administrator was printed:\n${log()}`);
}
