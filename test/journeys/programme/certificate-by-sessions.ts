import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPdf } from '../../support/pdf';
import { certificateComes } from '../accreditation/issuing';
import { adoptedScheme } from '../accreditation/scheme-change';
import { PLACE, sessionYesterday, tickPresent } from '../accreditation/sessions';
import { doesNotSay, member, says, type Stage, stranger } from '../accreditation/stage';
import { step } from '../step';

/** Has opened no module. */
const NAME = 'Olive Osei';
const SCHEME = 'Chairing and scrutiny';
const SESSIONS = [
  { title: 'A morning in the chair', topic: 'Chairing a meeting' },
  { title: 'An evening on scrutiny', topic: 'Scrutiny and asking good questions' },
] as const;

/** Two hours each. */
const BOTH_TAKE = '4 hours';

/** A member who opens no module has a certificate: officers tick that they were there, and it comes by itself. */
export async function certificateBySessions(stage: Stage): Promise<void> {
  const { ruth } = stage;
  await step('two officers adopt a scheme that sessions can meet', () =>
    adoptedScheme(stage, SCHEME, {
      lines: SESSIONS.map(({ topic }) => ({ what: topic })),
      lasting: { months: 24, opens: 3 },
    }),
  );
  const olive = await member(stage, NAME);
  await step('the member sees what is asked for it, and has shown nothing of it', async () => {
    await olive.open('/standing');
    await olive.shoot('nothing-shown-yet');
    await says(olive, SCHEME);
    await doesNotSay(olive, 'Met by a session you were at');
  });
  for (const { title, topic } of SESSIONS)
    await step(`the member comes to “${title}”, and an officer ticks them`, async () => {
      await sessionYesterday(ruth, { title, topic });
      await tickPresent(ruth, NAME);
      await ruth.press('Save what is ticked');
      await says(ruth, '1 person was changed.');
      await olive.open('/standing');
      await olive.shoot('met-by-a-session');
      await says(olive, 'Met by a session you were at');
    });
  const number = await step('the certificate comes by itself, and names the sessions and no module', async () => {
    const found = await certificateComes(olive, SCHEME);
    await olive.shoot('certificate-without-a-module');
    const { text, png, collisions } = await readPdf(await olive.download(`/certificates/${found}/pdf`), 2);
    writeFileSync(join(stage.pictures, 'certificate-without-a-module.png'), png);
    for (const part of [NAME, SCHEME, PLACE, BOTH_TAKE, ...SESSIONS.map(({ topic }) => topic)])
      assert.ok(text.includes(part), `the certificate does not say “${part}”: ${text.slice(0, 600)}`);
    assert.doesNotMatch(text, /\bmodule\b/i);
    assert.deepEqual(collisions, []);
    return found;
  });
  await step('whoever checks it reads where and when', async () => {
    const checks = await stranger(stage);
    await checks.open(`/verify/${number}`);
    await checks.shoot('verify-without-a-module');
    await says(checks, 'This certificate is valid', SCHEME, PLACE);
    await checks.leave();
  });
  await step('their home page says that it is there, and that modules are as they were', async () => {
    await olive.open('/');
    await olive.shoot('home-with-the-certificate');
    await says(olive, 'Your certificates', SCHEME);
  });
  await olive.leave();
}
