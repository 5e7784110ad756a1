import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEMBERS } from '../../../apps/standalone/src';
import { readPdf } from '../../support/pdf';
import { step } from '../step';
import { select } from './forms';
import { certificateComes, letOfficersIssue } from './issuing';
import { believe, take } from './modules';
import { acceptClaim, fillClaim, paperOf } from './papers';
import { adoptedScheme } from './scheme-change';
import { PLACE, sessionYesterday, tickPresent } from './sessions';
import { doesNotSay, member, says, type Stage, stranger } from './stage';

const NAME = 'Olive Osei';
const SCHEME = 'Leading a committee';
const EVENING = 'An evening on scrutiny';
const [ATTENDED, BEFORE, WATCHED, OUTSIDE, MODULE] = [
  { title: 'Scrutiny and asking good questions' },
  { slug: 'how-the-council-decides', title: 'How the council decides' },
  { slug: 'commissioning', title: 'Commissioning' },
  { slug: 'the-councillor-as-a-corporate-parent', title: 'The councillor as a corporate parent' },
  { slug: 'equality-and-diversity', title: 'Equality and diversity' },
] as const;

/** One certificate, each part of which is met in another way: a session, learning before, a recording, a certificate of others, a module. */
export async function waysToACertificate(stage: Stage): Promise<void> {
  const { ruth, daniel } = stage;
  await step(
    'two officers adopt a scheme that asks for five things and whose certificates wait for an officer',
    async () => {
      const lines = [ATTENDED, BEFORE, WATCHED, OUTSIDE, MODULE].map(({ title }) => ({ what: title }));
      const before = () => letOfficersIssue(ruth, SCHEME);
      await adoptedScheme(stage, SCHEME, { lines, lasting: { months: 24, opens: 3 }, before });
    },
  );
  const olive = await member(stage, NAME);
  await step('a member comes to a session, and an officer ticks who was there', async () => {
    await sessionYesterday(ruth, { title: EVENING, topic: ATTENDED.title });
    await tickPresent(ruth, NAME);
    await ruth.shoot('register');
    await ruth.press('Save what is ticked');
    await says(ruth, '1 person was changed.');
    await olive.open('/standing');
    await olive.shoot('met-by-a-session');
    await says(olive, 'Met by a session you were at');
  });
  await step('a member sends in learning from before, and one officer accepts it', async () => {
    await fillClaim(olive, BEFORE.slug, {
      kind: 'Learning you did before',
      words: 'Three years as a clerk to a parish council, with its course on decisions.',
      daysAgo: 200,
    });
    await olive.shoot('learning-before');
    await olive.press('Send it in');
    await acceptClaim(ruth, NAME, BEFORE.title, 'Thank you: that is more than the module asks.', 'claim-learning');
    await says(ruth, 'It is on record, and the member gets a letter.');
  });
  await step('says that they watched a recording, and an officer takes their word', async () => {
    await fillClaim(olive, WATCHED.slug, {
      kind: 'A recording you watched',
      words: 'The recording of the evening on commissioning. I watched all of it.',
      daysAgo: 30,
    });
    await olive.shoot('recording-watched');
    await olive.press('Send it in');
    await acceptClaim(daniel, NAME, WATCHED.title, 'Thank you.');
  });
  await step('sends in a certificate of another council, and two officers accept it', async () => {
    const file = await paperOf(stage, NAME, OUTSIDE.title);
    await fillClaim(olive, OUTSIDE.slug, {
      kind: 'A certificate from elsewhere',
      words: 'The course of the neighbouring council, with its certificate.',
      daysAgo: 60,
      file,
    });
    await olive.press('Send it in');
    await olive.shoot('a-certificate-waits');
    await says(olive, 'An officer looks at it.', 'The file you sent');
    await acceptClaim(ruth, NAME, OUTSIDE.title, 'It is genuine.');
    await acceptClaim(daniel, NAME, OUTSIDE.title, 'I agree.');
  });
  await step('takes the last part as a module, in a hurry: an officer looks first', async () => {
    await olive.open('/certificates');
    await doesNotSay(olive, SCHEME);
    await take(olive, MODULE.slug, 'equality-and-diversity');
    await olive.shoot('module-completed-in-a-hurry');
    await olive.open('/standing');
    await olive.shoot('four-met-and-one-looked-at');
    await believe(ruth, 'officer-looks');
    await olive.open('/standing');
    await says(
      olive,
      'Met by a session you were at',
      'Met by what you had learned before',
      'Met by a recording you watched',
      'Met by a certificate from elsewhere',
      'Met by the module',
    );
    await olive.shoot('five-met');
  });
  await step('an officer issues it, and the member is told that nothing is to be done', async () => {
    await olive.open('/certificates');
    await olive.shoot('waits-for-an-officer');
    await says(olive, `you had shown everything that ${SCHEME} asks for`);
    await ruth.open('/admin/batches');
    await ruth.tickIn('scheme', SCHEME);
    await select(ruth, 'group', MEMBERS.find(({ name }) => name === NAME)!.politicalGroup!);
    await ruth.press('Show what would be done');
    await says(ruth, NAME);
    await ruth.pressAt('form[action^="/admin/batches/"] button');
  });
  const number = await step('the certificate comes, with each part and how it was met', async () => {
    const found = await certificateComes(olive, SCHEME);
    await olive.shoot('certificate');
    const { text, png, collisions } = await readPdf(await olive.download(`/certificates/${found}/pdf`), 2);
    writeFileSync(join(stage.pictures, 'certificate-of-five-ways.png'), png);
    for (const part of [NAME, SCHEME, ATTENDED.title, PLACE, BEFORE.title, WATCHED.title, OUTSIDE.title, MODULE.title])
      assert.ok(text.includes(part), `the certificate does not say “${part}”: ${text.slice(0, 600)}`);
    assert.deepEqual(collisions, []);
    return found;
  });
  await step('whoever checks it reads that it is valid, and for what', async () => {
    const checks = await stranger(stage);
    await checks.open(`/verify/${number}`);
    await checks.shoot('verify-valid');
    await says(checks, 'This certificate is valid', SCHEME, ATTENDED.title, PLACE);
    await says(checks, BEFORE.title, WATCHED.title, OUTSIDE.title, MODULE.title);
    await checks.leave();
  });
  await olive.leave();
}
