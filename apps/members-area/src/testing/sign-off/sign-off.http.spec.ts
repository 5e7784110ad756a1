import { randomUUID } from 'node:crypto';
import { Desk } from '../../../../../test/support/given-desk';
import { CHECKLIST, GivenTesting } from '../../../../../test/support/given-testing';

let desk: Desk;
let testing: GivenTesting;
let other: string;
let roundId: string;
let href: string;

const answers = (answer = 'yes') => Object.fromEntries(CHECKLIST.map((_, at) => [`answer-${at + 1}`, answer]));

async function aRound(title: string, more: object = {}): Promise<string> {
  const course = await testing.aCourse(title, title.toLowerCase().replaceAll(' ', '-'));
  const testers = [await desk.who('tester'), other];
  return testing.aRound({ ...course, openedBy: await desk.who('officer'), testers, ...more });
}

/** What the fields of a page's forms hold. */
const fieldsIn = (body: string): Record<string, string> =>
  Object.fromEntries(
    [...body.matchAll(/<input[^>]* name="([^"]*)"[^>]* value="([^"]*)"/g)].map(([, name, value]) => [
      name!,
      value!
        .replace(/&quot;/g, '"')
        .replace(/&lt;/g, '<')
        .replace(/&gt;/g, '>')
        .replace(/&amp;/g, '&'),
    ]),
  );

beforeAll(async () => {
  desk = await Desk.open();
  testing = new GivenTesting(desk.database.source);
  other = await desk.given.aPerson({ name: 'Cleo Dunn', roles: ['member', 'tester'] });
  roundId = await aRound('Golf for members');
  href = `/testing/rounds/${roundId}`;
});
afterAll(() => desk.close());

describe('previewing', () => {
  it('opens the player on the content origin', async () => {
    const { status, headers } = await desk.post('tester', `${href}/preview`, {});
    expect(status).toBe(303);
    expect(String(headers.location)).toMatch(new RegExp(`^${desk.config.CONTENT_ORIGIN}/preview/[\\w-]{43}$`));
    const again = await desk.post('tester', `${href}/preview`, { fresh: 'yes' });
    expect(again.headers.location).not.toBe(headers.location);
  });

  it('goes to a part or to a finding, but to none that is not there', async () => {
    expect((await desk.post('tester', `${href}/preview`, { sco: 'three' })).status).toBe(303);
    expect((await desk.post('officer', `${href}/preview`, { sco: 'four' })).status).toBe(404);
    expect((await desk.post('officer', `${href}/preview`, { finding: 'nonsense' })).status).toBe(404);
    expect((await desk.post('officer', `${href}/preview`, { finding: randomUUID() })).status).toBe(404);
  });
});

describe('a tester', () => {
  it('previews before signing off', async () => {
    const fresh = `/testing/rounds/${await aRound('Fresh')}`;
    expect((await desk.get('tester', `${fresh}/sign-off`)).text).toContain('Preview the version first');
    const early = await desk.post('tester', `${fresh}/sign-off`, { ...answers(), decision: 'signed_off' });
    expect([early.status, early.text.includes('Open a preview of this version first')]).toEqual([409, true]);
  });

  it('is shown the form again with what was typed', async () => {
    const typed = { ...answers(), 'answer-2': '', 'note-2': 'So-called "learnings"', decision: 'refused' };
    const { status, body, text } = await desk.post('tester', `${href}/sign-off`, typed);
    expect(status).toBe(400);
    expect(text).toContain('Select an answer: It is written in plain English');
    expect(text).toContain('Enter why you refuse');
    expect(body).toContain('value="So-called &quot;learnings&quot;"');
    expect(body).toMatch(/value="refused" checked/);
  });

  it('is asked whether they mean it when they sign off and answer no', async () => {
    const round = await aRound('Noes', { quorum: 2 });
    const there = `/testing/rounds/${round}`;
    await testing.aPreview(round, await desk.who('tester'));
    const note = 'The menu is cut off: <b>finding 3</b>';
    const typed = { ...answers(), 'answer-4': 'no', decision: 'signed_off', reason: 'left over' };
    const silent = await desk.post('tester', `${there}/sign-off`, typed);
    expect(silent.status).toBe(400);
    expect(silent.body).toContain('href="#note-4">Enter what is wrong, or which finding says it: It works on a tablet');
    const asked = await desk.post('tester', `${there}/sign-off`, { ...typed, 'note-4': note });
    expect(asked.status).toBe(200);
    expect(asked.text).toContain(
      'You answered no to 1 line of the checklist: It works on a tablet The menu is cut off',
    );
    const hidden = fieldsIn(asked.body);
    expect(hidden).toMatchObject({ decision: 'signed_off', 'answer-4': 'no', 'note-4': note, 'answer-1': 'yes' });
    expect((await desk.get('officer', there)).text).toContain('0 of 2 sign-offs needed');
    const again = await desk.post('tester', `${there}/sign-off`, { ...hidden, change: 'yes' });
    expect([again.status, again.text.includes('Sign off or refuse')]).toEqual([200, true]);
    expect(fieldsIn(again.body)).toMatchObject({ 'note-4': note });
    expect(again.body).toContain('left over');
    const meant = await desk.post('tester', `${there}/sign-off`, { ...hidden, despiteNo: 'yes' });
    expect((await desk.get('tester', String(meant.headers.location))).text).toContain('Your sign-off is recorded.');
    const seen = await desk.get('officer', there);
    expect(seen.text).toContain('1 of 2 sign-offs needed');
    expect(seen.text).toMatch(/No: It works on a tablet. The menu is cut off: &lt;b&gt;finding 3/);
    const { text } = await desk.get('champion', `${there}/report`);
    expect(text).toContain('One tester signed it off although they answered no to a line of the checklist.');
    expect(text).toContain('No from Tess Tester, who signed it off all the same: The menu is cut off');
  });

  it('refuses with a reason, and changes their mind', async () => {
    const reason = 'Part 3 is out of date.\r\nAll of it.';
    const { headers } = await desk.post('tester', `${href}/sign-off`, {
      ...answers('no'),
      decision: 'refused',
      reason,
    });
    const { text } = await desk.get('tester', String(headers.location));
    expect(text).toContain('Your refusal is recorded. You can change it until the round closes.');
    expect((await desk.get('officer', href)).text).toContain('Part 3 is out of date.');
    const form = await desk.get('tester', `${href}/sign-off`);
    expect(form.text).toContain('Change what you said');
    expect(form.body).toContain('Part 3 is out of date.');
    expect(form.text).toContain('no part of the module has opened for you yet');
    await testing.aPreview(roundId, await desk.who('tester'), 90);
    expect((await desk.get('tester', `${href}/sign-off`)).text).toContain('1 of 3 parts opened');
    const changed = await desk.post('tester', `${href}/sign-off`, { ...answers(), decision: 'signed_off' });
    expect((await desk.get('tester', String(changed.headers.location))).text).toContain('1 of 2 sign-offs needed');
  });

  it('says that they could not finish', async () => {
    expect((await desk.post('tester', `${href}/could-not-finish`, { why: '' })).text).toContain(
      'Enter what stopped you',
    );
    const { headers } = await desk.post('tester', `${href}/could-not-finish`, { why: 'It froze at part 3.' });
    expect((await desk.get('tester', String(headers.location))).text).toContain(
      'It is recorded that you could not finish',
    );
  });

  it('closes the round with the last sign-off that is needed', async () => {
    const last = await aRound('Last');
    await testing.aSignOff(last, other, 'signed_off');
    await testing.aPreview(last, await desk.who('tester'));
    const { headers } = await desk.post('tester', `/testing/rounds/${last}/sign-off`, {
      ...answers(),
      decision: 'signed_off',
    });
    const { text } = await desk.get('tester', String(headers.location));
    expect(text).toContain('With it the quorum is reached: the round is closed.');
    expect((await desk.get('officer', '/testing')).text).toMatch(/Ready to publish Last , version 1/);
  });
});
