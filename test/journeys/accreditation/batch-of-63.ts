import assert from 'node:assert/strict';
import type { Visitor } from '../scene';
import { step } from '../step';
import { issueByHand, letOfficersIssue } from './issuing';
import { acceptClaim, fillClaim } from './papers';
import { adoptedScheme } from './scheme-change';
import { member, says, type Stage, until } from './stage';

const SCHEME = 'First steps';
const WANTED = 63;
const CONDUCT = { slug: 'the-code-of-conduct', title: 'The code of conduct' };
/** Has shown nothing here: two officers issue hers by hand. */
const BY_HAND = 'Zoe Marlowe';
/** Have begun nothing yet: as many of them as are needed send something in. */
const LATE = [
  'Winifred Hussain',
  'Rashid Hussain',
  'Catrin Hargreaves',
  'Xanthe Prosser',
  'Una Marlowe',
  'Farid Begum',
];

/** Many certificates in one go: first it is said for each person what would be done, and why. */
export async function batchOf63(stage: Stage): Promise<void> {
  const { ruth, daniel } = stage;
  await step('two officers adopt a scheme whose certificates officers issue', async () => {
    const before = () => letOfficersIssue(ruth, SCHEME);
    const lines = [
      { what: 'One of the lines below' },
      ...[
        CONDUCT.title,
        'Your role as a councillor',
        'How the council decides',
        'Serving on the planning committee',
      ].map((what) => ({ what, in: 1 as const })),
    ];
    await adoptedScheme(stage, SCHEME, { lines, lasting: { months: 36, opens: 6 }, before });
  });
  await step('one certificate is issued by hand: one officer proposes it, another confirms', async () => {
    await issueByHand(stage, { name: BY_HAND, scheme: SCHEME });
    await ruth.open('/admin/by-hand');
    await says(ruth, 'None waits for a second officer.');
  });
  await step(`members send in what is missing for ${WANTED}`, async () => {
    const missing = WANTED - (await dryRun(ruth));
    assert.ok(missing >= 0 && missing <= LATE.length, `${missing} are missing for ${WANTED}`);
    for (const name of LATE.slice(0, missing)) {
      const late = await member(stage, name);
      const words = 'The induction of the county association, two evenings.';
      await fillClaim(late, CONDUCT.slug, { kind: 'Learning you did before', words, daysAgo: 90 });
      await late.press('Send it in');
      await acceptClaim(daniel, name, CONDUCT.title, 'Thank you.');
      await late.leave();
    }
  });
  await step('the dry run says who has one, who has not met it, and to whom it would be issued', async () => {
    await ruth.open('/admin/batches');
    await ruth.tickIn('scheme', SCHEME);
    await ruth.shoot('issue-in-a-batch');
    assert.equal(await dryRun(ruth), WANTED);
    await ruth.shoot('dry-run');
    await says(ruth, 'Dry run: nothing is issued', '63 would be issued', '1 has one', /\d+ not met/, 'Issue 63');
    await ruth.press('has one');
    await says(ruth, BY_HAND);
    await ruth.press('Show everybody');
    await ruth.press('not met');
    await ruth.shoot('dry-run-not-met');
    await ruth.press('Show everybody');
  });
  const batch = await step('it is carried out, and says how far it is', async () => {
    await ruth.press('Issue 63');
    await ruth.shoot('under-way');
    await says(ruth, /Under way: \d+ of 63 issued|Finished: 63 of 63 issued/);
    const path = ruth.address;
    await until(ruth, path, /Finished: 63 of 63 issued/);
    await ruth.shoot('finished');
    return path;
  });
  await step('the certificates are printed', async () => {
    await ruth.open(batch);
    const link = await ruth.page.waitForSelector('main table a[href^="/admin/certificates/"]');
    const href = await link!.evaluate((one) => one.getAttribute('href')!);
    await until(ruth, href, /Open the PDF/);
    await ruth.shoot('one-of-them');
    // The last of them is printed last.
    await ruth.open(`${batch}?page=2`);
    const hrefs = await ruth.page.$$eval('main table a[href^="/admin/certificates/"]', (links) =>
      links.map((one) => one.getAttribute('href')!),
    );
    for (const one of hrefs) await until(ruth, one, /Open the PDF/);
  });
}

/** Looks up what would be done for everybody. @returns for how many it would be issued */
async function dryRun(officer: Visitor): Promise<number> {
  await officer.open('/admin/batches');
  await officer.tickIn('scheme', SCHEME);
  await officer.press('Show what would be done');
  return Number(/(\d+)\s+would be issued/.exec(await officer.text())![1]);
}
