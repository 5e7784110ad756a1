import assert from 'node:assert/strict';
import { PERSONAS, MEMBERS } from '../../../apps/standalone/src';
import { readPdf } from '../../support/pdf';
import { step } from '../step';
import { certificateComes } from './issuing';
import { doesNotSay, member, says, type Stage, stranger } from './stage';

const { name: BEFORE } = MEMBERS[PERSONAS.certified.member]!;
const AFTER = `${BEFORE}-Price`;

/** A member has another name, and whoever checks the old certificate is told so. */
export async function nameChange(stage: Stage): Promise<void> {
  const { ruth } = stage;
  const holder = await member(stage, BEFORE);
  const old = await step('a member asks for another name', async () => {
    await holder.open('/certificates');
    await holder.shoot('certificates');
    const number = await newest(holder);
    await holder.press('Ask for it to be corrected');
    await holder.type('name', AFTER);
    await holder.type('why', 'I have married.');
    await holder.shoot('correct-my-name');
    await holder.press('Ask for it to be corrected');
    await holder.shoot('name-waits');
    await says(holder, 'An officer looks at your name', 'Until then nothing changes');
    return number;
  });
  await step('an officer reads what is replaced, and confirms it', async () => {
    await ruth.open('/admin/names');
    await ruth.shoot('names-to-correct');
    await ruth.press(BEFORE);
    await says(ruth, AFTER, old, 'I have married.');
    await ruth.tick('Yes: correct it');
    await ruth.type('words', 'Congratulations.');
    await ruth.shoot('a-name-to-correct');
    await ruth.press('Put on record');
    await says(ruth, 'The name is corrected, and what was in force and not in question is replaced');
  });
  await step('the certificates are issued anew, in the new name', async () => {
    const fresh = await certificateComes(holder, 'Core skills', { insteadOf: old });
    await holder.shoot('certificates-reissued');
    await says(holder, 'Replaced', old);
    assert.notEqual(fresh, old);
    const { text } = await readPdf(await holder.download(`/certificates/${fresh}/pdf`), 1);
    assert.ok(text.includes(AFTER), `the PDF bears the new name: ${text.slice(0, 200)}`);
  });
  await step('whoever checks the old one reads that it is replaced, by which, and that one is valid', async () => {
    const checks = await stranger(stage);
    await checks.open(`/verify/${old}`);
    await checks.shoot('verify-replaced');
    await says(checks, 'This certificate has been replaced');
    await doesNotSay(checks, AFTER);
    await checks.press('Check certificate NMC');
    assert.notEqual(checks.address, `/verify/${old}`);
    await checks.shoot('verify-its-replacement');
    await says(checks, 'This certificate is valid');
    await holder.open('/certificates');
    await says(holder, checks.address.split('/').at(-1)!);
    await checks.leave();
  });
  await holder.leave();
}

/** The number of the certificate that can be downloaded and stands first. */
async function newest(holder: Awaited<ReturnType<typeof member>>): Promise<string> {
  const link = await holder.page.waitForSelector('a[href$="/pdf"]');
  return (await link!.evaluate((made) => made.getAttribute('href')!)).split('/').at(-2)!;
}
