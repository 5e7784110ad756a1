import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { STAFF } from '../../../apps/standalone/src';
import { readPdf } from '../../support/pdf';
import { Visitor } from '../scene';
import { step } from '../step';
import { certificateComes } from './issuing';
import { believe, take } from './modules';
import { adoptedScheme } from './scheme-change';
import { doesNotSay, member, says, type Stage, stranger, until } from './stage';

const NAME = 'Zoe Llewellyn';
const SCHEME = { english: 'Scrutiny', welsh: 'Craffu' };
const MODULE = {
  slug: 'scrutiny-and-asking-good-questions',
  course: 'scrutiny',
  english: 'Scrutiny and asking good questions',
  welsh: 'Craffu a gofyn cwestiynau da',
};
const PRIYA = STAFF.find(({ roles }) => roles.includes('administrator'))!;

/** A scheme's certificates are in Welsh and English: names, template, certificate, and what whoever checks it reads. */
export async function inTwoLanguages(stage: Stage): Promise<void> {
  const { ruth, browser, site, album, pictures } = stage;
  const template = await step('an officer drafts a template in both languages, and reads what is missing', async () => {
    await adoptedScheme(stage, SCHEME.english, {
      lines: [{ what: MODULE.english }],
      lasting: { months: 24, opens: 3 },
    });
    await ruth.open('/admin/templates');
    await ruth.shoot('templates');
    await ruth.tick(SCHEME.english);
    await ruth.press('Begin a draft');
    await ruth.tick('Welsh and English');
    await ruth.shoot('draft-in-two-languages');
    await ruth.press('Save and see the previews');
    const { address } = ruth;
    await until(ruth, address, /Propose this template/);
    await ruth.shoot('what-has-no-welsh-name');
    await says(
      ruth,
      'have not been read by a translator',
      'no Welsh yet',
      'a certificate in Welsh says them in English',
    );
    return address;
  });
  await step('enters the names: what cannot be printed is said, and what was typed stays', async () => {
    await ruth.press('Enter the names in Welsh');
    await ruth.shoot('names-in-welsh');
    await says(ruth, 'changes none that was issued before');
    await nameInWelsh(ruth, SCHEME.english, SCHEME.welsh);
    await nameInWelsh(ruth, MODULE.english, `${MODULE.welsh} {edition}`);
    await ruth.press('Save the names');
    await ruth.shoot('a-name-that-cannot-be-printed');
    await says(ruth, 'There is a problem', '{edition} cannot stand in this text');
    await nameInWelsh(ruth, MODULE.english, MODULE.welsh);
    await ruth.press('Save the names');
    await ruth.shoot('names-saved');
    await says(ruth, 'The names are saved.');
  });
  await step('proposes the template, and an administrator approves it', async () => {
    await ruth.open(template);
    await ruth.press('Propose this template');
    const priya = await Visitor.arrive(browser, site, album);
    await priya.signInByMail(PRIYA.email);
    await priya.open(template);
    await priya.tick('Approve it');
    await priya.shoot('administrator-approves');
    await priya.press('Decide');
    await says(priya, 'The template is approved.', 'In use');
    await priya.leave();
  });
  const zoe = await member(stage, NAME);
  const number = await step('a member earns the certificate, and opens it', async () => {
    await take(zoe, MODULE.slug, MODULE.course);
    await believe(ruth, 'officer-looks');
    const found = await certificateComes(zoe, SCHEME.welsh);
    await zoe.shoot('certificate-in-two-languages');
    await says(zoe, `${SCHEME.welsh}, Argraffiad 1`, 'Scrutiny, Edition 1', 'Welsh and English');
    return found;
  });
  const qr = await step('the paper says all of it in both languages', async () => {
    const paper = await readPdf(await zoe.download(`/certificates/${number}/pdf`));
    writeFileSync(join(pictures, 'certificate-in-two-languages.png'), paper.png);
    assert.deepEqual([paper.pages, paper.language, paper.collisions], [1, 'cy', []]);
    // The council's name stands in capitals, and fonts come in parts.
    const text = paper.text.replace(/\s+/g, ' ').toLowerCase();
    for (const words of [
      'Cyngor Sir Northmoor',
      'Tystysgrif Achredu',
      MODULE.welsh,
      'Certificate of Accreditation',
      NAME,
    ])
      assert.ok(text.includes(words.toLowerCase()), `the PDF does not say “${words}”: ${text}`);
    return paper.qr!;
  });
  await step('whoever scans it reads both names, and in which languages it is', async () => {
    const checks = await stranger(stage);
    await checks.open(new URL(qr).pathname + new URL(qr).hash);
    await checks.waitForText(NAME);
    await checks.shoot('verify-in-two-languages');
    await says(checks, 'This certificate is valid', 'Cyngor Sir Northmoor (Northmoor County Council) issued it.');
    await says(checks, MODULE.welsh, MODULE.english);
    const welsh = await checks.page.$$eval('main [lang=cy]', (parts) => parts.map((part) => part.textContent));
    assert.ok(welsh.includes(`${SCHEME.welsh}, Argraffiad 1`), welsh.join('; '));
    await checks.leave();
  });
  await step('another name changes nothing that was issued', async () => {
    await ruth.open('/admin/welsh-names');
    await nameInWelsh(ruth, SCHEME.english, 'Craffu da');
    await ruth.press('Save the names');
    await zoe.open(`/verify/${number}`);
    await doesNotSay(zoe, 'Craffu da');
    await says(zoe, `${SCHEME.welsh}, Argraffiad 1`);
  });
  await zoe.leave();
}

/** In the field that has the English name. */
async function nameInWelsh(officer: Visitor, english: string, welsh: string): Promise<void> {
  const label = await officer.page.waitForSelector(`::-p-xpath(//label[normalize-space(.)="${english}, in Welsh"])`);
  await officer.type(await label!.evaluate((of) => of.getAttribute('for')!), welsh);
}
