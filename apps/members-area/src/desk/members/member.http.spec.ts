import { randomUUID } from 'node:crypto';
import { Awards } from '@induct/accreditation';
import { Desk } from '../../../../../test/support/given-desk';
import { aModuleSaves, asksFor80 } from '../../../../../test/support/given-saves';

const at = '2026-11-22T14:32:00Z';
let desk: Desk;
let memberId: string;

beforeAll(async () => {
  desk = await Desk.open();
  const { given } = desk;
  memberId = await given.aPerson({ name: 'Ann Baker', group: 'Green' });
  const code = await given.aModule({ title: 'The code of conduct', core: true });
  const planning = await given.aModule({ title: 'Planning' });
  await given.aModule({ title: 'Safety' });
  await given.aResult(memberId, code, { at, completion: 'completed', success: 'passed', score: 85, done: true });
  await given.aResult(memberId, planning, { at, completion: 'completed', success: 'failed', score: 60 });
  await given.aCertificate(memberId, { number: 'NMC-2026-7KQ4M2XWPH-5', at, validUntil: '2030-11-21' });
});
afterAll(() => desk.close());

it('shows what a member has done, and says why something is not complete', async () => {
  const { status, text, body } = await desk.get('officer', `/admin/members/${memberId}`);
  expect(status).toBe(200);
  expect(body).toContain(`href="/admin/people/${memberId}"`);
  expect(text).toContain('Political group Green');
  expect(text).toMatch(
    /The code of conduct Completed Core skills module Recorded at 14:32 on 22 November 2026: score 85%/,
  );
  expect(text).toContain('The test was not passed with 60%');
  expect(text).toContain('Further modules never opened Safety');
  expect(text).not.toContain('Core skills modules never opened');
  expect(text).toContain('Learning time: 21 minutes');
  expect(text).toContain('NMC-2026-7KQ4M2XWPH-5 Valid');
});

it('is led to from the page of a person by officers, who alone may read it, and only of whoever learns', async () => {
  const leads = async (role: 'officer' | 'administrator', id: string) =>
    (await desk.get(role, `/admin/people/${id}`)).body.includes(`href="/admin/members/${id}"`);
  expect(await leads('officer', memberId)).toBe(true);
  expect(await leads('administrator', memberId)).toBe(false);
  expect(await leads('officer', await desk.who('auditor'))).toBe(false);
});

it('says when a completion is hard to believe', async () => {
  const { given } = desk;
  const quickId = await given.aPerson({ name: 'Quentin Quick' });
  const module = await given.aModule({ title: 'Done in no time' });
  await given.aResult(quickId, module, { at, completion: 'completed', done: true });
  await desk.database.source.query(
    `insert into doubtful_completion (attempt_id, doubts, recorded_at)
     select a.id, '{quick}', $2 from attempt a join registration r on r.id = a.registration_id where r.person_id = $1`,
    [quickId, at],
  );
  const { text } = await desk.get('officer', `/admin/members/${quickId}`);
  expect(text).toContain('Worth a look: Attempt 1 was completed within ten seconds of being opened.');
  expect((await desk.get('officer', `/admin/members/${memberId}`)).text).not.toContain('Worth a look');
});

it('lets an officer say whether it counts, with words, once, and never of their own', async () => {
  const { given } = desk;
  const source = desk.database.source;
  const doubted = async (personId: string, title: string): Promise<string> => {
    await given.aResult(personId, await given.aModule({ title }), { at, completion: 'completed', done: true });
    const [row] = await source.query<{ id: string }[]>(
      `insert into doubtful_completion (attempt_id, doubts, recorded_at)
       select a.id, '{quick}', $2 from attempt a join registration r on r.id = a.registration_id where r.person_id = $1
       returning attempt_id as id`,
      [personId, at],
    );
    return row!.id;
  };
  const personId = await given.aPerson({ name: 'Rosalind Rapid' });
  const attempt = await doubted(personId, 'Done at once');
  const path = `/admin/members/${personId}/looks/${attempt}`;
  expect((await desk.get('officer', '/admin')).text).toContain('hard to believe');
  expect((await desk.get('officer', '/admin/members/waiting')).text).toContain('Rosalind Rapid : Done at once');
  expect((await desk.get('officer', path)).text).toContain('within ten seconds of being opened');
  const empty = await desk.post('officer', path, { words: 'short' });
  expect([empty.status, empty.text]).toEqual([400, expect.stringContaining('Select whether it counts')]);
  expect((await desk.post('member', path, { decision: 'counts', words: 'It was me, I am quick' })).status).toBe(403);
  const said = await desk.post('officer', path, {
    decision: 'counts',
    words: 'Rosalind did it beside me at the desk.',
  });
  expect(said.status).toBe(303);
  expect((await desk.audited()).at(-1)).toMatchObject({ action: 'completion.believed', subject: personId });
  expect((await desk.get('officer', `/admin/members/${personId}`)).text).toMatch(
    /it counts. “Rosalind did it beside me/,
  );
  expect((await desk.get('officer', path)).status).toBe(404);
  const officerId = await desk.who('officer');
  const own = `/admin/members/${officerId}/looks/${await doubted(officerId, 'My own')}`;
  expect((await desk.get('officer', own)).status).toBe(403);
  expect((await desk.post('officer', own, { decision: 'counts', words: 'I know that I did it' })).status).toBe(403);
});

it('records that an officer looked', async () => {
  await desk.get('officer', `/admin/members/${memberId}`);
  expect((await desk.audited()).at(-1)).toMatchObject({
    action: 'progress.viewed',
    actor: await desk.who('officer'),
    subject: memberId,
  });
});

it('knows nobody who is not a member, and no address that is not one', async () => {
  const administrator = await desk.who('administrator');
  for (const id of [randomUUID(), 'x', administrator]) {
    const { status, text } = await desk.get('officer', `/admin/members/${id}`);
    expect(status).toBe(404);
    expect(text).toContain('There is no such member');
  }
});

it.each(['member', 'tester', 'administrator', 'auditor'] as const)('refuses a %s', async (role) => {
  expect((await desk.get(role, `/admin/members/${memberId}`)).status).toBe(403);
});

it('tells an officer what a member did at a module, save by save, and records that they looked', async () => {
  const { given } = desk;
  const member = await given.aPerson({ name: 'Sam Saved' });
  const module = await given.aModule({ title: 'Chairing' });
  const href = `/admin/members/${member}/timelines/${module.id}`;
  expect((await desk.get('officer', href)).text).toContain('Nothing happened yet');
  await asksFor80(desk, module.id);
  await aModuleSaves(desk, { personId: member, courseId: module.id }, [
    [1, 'incomplete', 20],
    [2, 'completed', 70, 'final'],
  ]);
  expect((await desk.get('officer', `/admin/members/${member}`)).body).toContain(`href="${href}"`);
  const { status, text } = await desk.get('officer', href);
  expect(status).toBe(200);
  expect(text).toContain('Chairing, Sam Saved');
  expect(text).toContain('They closed the module. It asks for 80%; they had 70%.');
  expect((await desk.audited()).at(-1)).toMatchObject({
    action: 'progress.viewed',
    detail: { courseId: module.id, as: 'timeline' },
  });
  for (const role of ['member', 'champion', 'auditor', 'administrator'] as const)
    expect([role, (await desk.get(role, href)).status]).toEqual([role, 403]);
  for (const wrong of [`/admin/members/${randomUUID()}/timelines/${module.id}`, `${href.slice(0, -1)}x`])
    expect((await desk.get('officer', wrong)).status).toBe(404);
});

it('shows what a member has shown, and lets another officer withdraw it with a reason: then the certificate is proposed to be revoked', async () => {
  const { given } = desk;
  const member = await given.aPerson({ name: 'Wren Shown' });
  const href = `/admin/members/${member}/evidence`;
  expect((await desk.get('officer', href)).text).toContain('Nothing was shown yet');
  const module = await given.aModule({ title: 'Safeguarding', core: true });
  await given.aResult(member, module, { at, completion: 'completed', success: 'passed', score: 85, done: true });
  await desk.app.get(Awards, { strict: false }).considerOverdue();
  const list = await desk.get('officer', href);
  expect(list.text).toMatch(/Safeguarding The module 22 November 2026 For ever On record Withdraw the module for Saf/);
  expect((await desk.audited()).at(-1)).toMatchObject({ action: 'evidence.viewed', subject: member });
  const withdraw = /href="([^"]+\/withdraw)"/.exec(list.body)![1]!;
  expect((await desk.get('officer', withdraw)).text).toContain('Why is it withdrawn?');
  const wrong = await desk.post('officer', withdraw, { reason: 'No' });
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('10 characters or more')]);
  expect(wrong.body).toContain('>No</textarea>');
  const done = await desk.post('officer', withdraw, { reason: 'The results were another member’s' });
  expect([done.status, done.headers.location]).toEqual([303, `${href}?done=withdrawn`]);
  const after = await desk.get('officer', `${href}?done=withdrawn`);
  expect(after.text).toMatch(/Withdrawn on 22 November 2026 by .*The results were another member’s/);
  expect((await desk.post('officer', withdraw, { reason: 'The results were another member’s' })).status).toBe(409);
  expect((await desk.get('officer', withdraw.replace(member, memberId))).status).toBe(404);
  for (const role of ['member', 'champion', 'auditor', 'administrator'] as const)
    expect([role, (await desk.get(role, href)).status, (await desk.post(role, withdraw, {})).status]).toEqual([
      role,
      403,
      403,
    ]);
});

it('says what counts no more, and what was met without its module, in the numbers that the member reads', async () => {
  const { given } = desk;
  const member = await given.aPerson({ name: 'Wanda Withdrawn' });
  const taken = await given.aModule({ title: 'Taken for her', core: true });
  await given.aModule({ title: 'Watched instead', core: true });
  await given.aResult(member, taken, { at, completion: 'completed', done: true });
  await desk.app.get(Awards, { strict: false }).considerOverdue();
  const record = {
    kind: 'recording',
    'done-day': '1',
    'done-month': '11',
    'done-year': '2026',
    words: 'All of it, twice',
  };
  await desk.postAs(member, '/standing/watched-instead/claim', record);
  const ask = <T>(text: string, values: unknown[]) => desk.database.source.query<T[]>(text, values);
  const [claim] = await ask<{ id: string }>('select id from claim where person_id = $1', [member]);
  await desk.post('officer', `/admin/claims/${claim!.id}`, { decision: 'accept', words: 'Thank you' });
  const seen = async () => (await desk.get('officer', `/admin/members/${member}`)).text;
  const before = await seen();
  const [, met, total] = /(\d+) of (\d+) core skills met\./.exec(before)!;
  expect(before).toContain('Never opened, and met in another way Watched instead');
  const [shown] = await ask<{ id: string }>(`select id from evidence where person_id = $1 and kind = 'module'`, [
    member,
  ]);
  await ask(
    `with asks as (
       insert into mandate (id, title, source, who, role, capacities, requirement_id, anchor, fixed_on, count, unit, before_sitting, anew, during,
              proposed_by, proposed_at, outcome, decided_by, decided_at)
       select gen_random_uuid(), 'Anew, each year', '', 'role', 'member', '{}', requirement_id, 'fixed', '2099-06-01', 0, 'day', false, true,
              daterange('2026-01-01', null), gen_random_uuid(), now(), 'adopted', gen_random_uuid(), now()
         from evidence where id = $2 returning id)
     insert into obligation (id, person_id, mandate_id, since, due_on, made_on)
     select gen_random_uuid(), $1, id, '2099-01-01', '2099-06-01', '2026-11-22' from asks`,
    [member, shown!.id],
  );
  expect(await seen()).toContain('It counts no more for what is asked, which has to be shown anew.');
  expect(await seen()).not.toContain('was withdrawn');
  await ask('update obligation set closed_on = made_on where person_id = $1', [member]);
  await desk.post('officer', `/admin/members/${member}/evidence/${shown!.id}/withdraw`, { reason: 'By her assistant' });
  const after = await seen();
  expect(after).toContain(`${Number(met) - 1} of ${total} core skills met.`);
  expect(after).toContain('It counts no more for what is asked: what it showed was withdrawn.');
  expect((await desk.getAs(member, '/')).text).toContain(`${Number(met) - 1} of ${total} core skills met`);
});
