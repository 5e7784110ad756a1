import { existsSync, rmSync } from 'node:fs';
import type { Browser } from 'puppeteer';
import { embeddedPostgresHome } from '@induct/platform';
import { MEMBERS, STAFF, STEERING_GROUP } from '../../../apps/standalone/src';
import { freePort } from '../../support/free-port';
import { startInduct } from '../../support/running-induct';
import { BothWidths } from '../accreditation/both-widths';
import { uploadAndPublish } from '../main-job';
import { Visitor } from '../scene';
import { step } from '../step';
import { closedScripts, forcedOrder, ledBack, manyCalls } from './ways';

const TESTERS = STEERING_GROUP.slice(0, 2).map((member) => MEMBERS[member]!);

/** Which package is taken by whom as what; in this order. */
const MODULES = [
  { file: 'golf-scorm2004-3rd-forced-sequential.zip', title: 'Golf, part by part', take: forcedOrder },
  { file: 'golf-scorm2004-3rd-simple-remediation.zip', title: 'Golf, until it is known', take: ledBack },
  { file: 'golf-scorm2004-4th-post-test-rollup.zip', title: 'Golf, with a test at its end', take: closedScripts },
  { file: 'golf-scorm2004-3rd-advanced-calls.zip', title: 'Golf, question by question', take: manyCalls },
] as const;

/**
 * Modules whose parts have an order, and one that says all it can: uploaded and tested as any, and taken by a member who does as the
 * module says, and otherwise. Pictures of each page at both widths lie in a folder.
 */
export async function orders(browser: Browser, dataDir: string, pictures: string, packages: string): Promise<void> {
  const missing = MODULES.filter(({ file }) => !existsSync(`${packages}/${file}`)).map(({ file }) => file);
  if (missing.length > 0) {
    console.log(`Modules with an order are skipped: ${packages} has no ${missing.join(', ')}.`);
    return;
  }
  rmSync(embeddedPostgresHome(dataDir), { recursive: true, force: true });
  rmSync(dataDir, { recursive: true, force: true });
  const induct = await startInduct({ port: await freePort(), dataDir });
  const nowhere = { take: () => Promise.resolve() };
  const arrive = async (email: string) => {
    const visitor = await Visitor.arrive(browser, induct.site, nowhere);
    await visitor.signInByMail(email);
    return visitor;
  };
  try {
    const [officer, ...testers] = await step('an officer and two testers sign in', async () => {
      const { email } = STAFF.find(({ roles }) => roles.includes('officer'))!;
      return [await arrive(email), await arrive(TESTERS[0]!.email), await arrive(TESTERS[1]!.email)] as const;
    });
    const album = new BothWidths(pictures);
    for (const { file, title, take } of MODULES) {
      await step(`${file} is uploaded, tested and published`, () =>
        uploadAndPublish(officer, testers, { packages, testers: TESTERS }, { file, title }),
      );
      const learner = await Visitor.arrive(browser, induct.site, album);
      learner.page.on('dialog', (dialog) => void dialog.accept());
      await learner.signInAs('A member who has one core module left');
      await learner.open('/');
      await learner.press(title);
      await take({ learner, title, pictures, officer });
      await learner.leave();
    }
  } finally {
    await induct.stop();
  }
}
