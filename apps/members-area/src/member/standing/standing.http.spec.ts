import { randomUUID } from 'node:crypto';
import { Awards, Drafts, Mandates, MarksRepository, Settling } from '@induct/accreditation';
import { Transactions } from '@induct/platform';
import { Desk } from '../../../../../test/support/given-desk';
import { aModuleSaves, asksFor80 } from '../../../../../test/support/given-saves';

let desk: Desk;
const at = '2026-11-22T14:32:00Z';
beforeAll(async () => {
  desk = await Desk.open({ DEMO: 'true' });
});
afterAll(() => desk?.close());

/** What was published as rows is asked for, as when it is published by an officer. */
const isAsked = () => desk.app.get(Awards, { strict: false }).considerOverdue();
const seenBy = async (personId: string) => (await desk.getAs(personId, '/standing')).text;

describe('what is asked of a member', () => {
  it('is nothing before there is anything', async () => {
    expect(await seenBy(await desk.given.aPerson())).toContain('Nothing is asked of you');
  });

  it('is every core skill: met, begun with the reason why it is not complete, or not begun with its minutes', async () => {
    const { given } = desk;
    const member = await given.aPerson({ name: 'Bernard' });
    const [conduct, data] = [
      await given.aModule({ title: 'The code of conduct', core: true }),
      await given.aModule({ title: 'Looking after data', core: true }),
    ];
    await given.aModule({ title: 'Personal safety', core: true, minutes: 25 });
    await given.aModule({ title: 'Optional' });
    const passed = { at, completion: 'completed', success: 'passed', done: true } as const;
    await given.aResult(member, conduct, { ...passed, score: 90 });
    await given.aResult(member, data, { at, completion: 'completed', success: 'failed', score: 70 });
    await isAsked();
    const text = await seenBy(member);
    expect(text).toContain('1 of 3 met');
    expect(text).toContain('Met by the module, on 22 November 2026.');
    expect(text).toContain('Not passed yet: 70%. You can try again.');
    expect(text).toContain('about 25 minutes');
    expect(text).toContain('Core skills Not yet Still to show: both “Looking after data” and “Personal safety”.');
    expect(text).not.toContain('Optional');
    // Promised only while it is so.
    const comes = /When (all|you have met every core skill).*your certificate of accreditation comes by itself/;
    const home = async () => (await desk.getAs(member, '/')).text;
    expect([text, await home()]).toEqual([expect.stringMatching(comes), expect.stringMatching(comes)]);
    const issuedBy = (who: string) =>
      desk.database.source.query(`update scheme set issued_by = $1 where slug = 'core-skills'`, [who]);
    await issuedBy('officer');
    expect(`${await seenBy(member)} ${await home()}`).not.toContain('by itself');
    await issuedBy('system');
  });

  it('waits, where a completion is hard to believe, for an officer’s look, and says so', async () => {
    const member = await desk.given.aPerson({ name: 'Dee' });
    const conduct = await desk.database.source.query<{ id: string; versionId: string }[]>(
      `select id, published_version_id as "versionId" from course where slug = 'the-code-of-conduct'`,
    );
    await desk.given.aResult(member, conduct[0]!, { at, completion: 'completed', success: 'passed', done: true });
    await desk.database.source.query(
      `insert into doubtful_completion (attempt_id, doubts, recorded_at)
       select a.id, '{quick}', now() from attempt a join registration r on r.id = a.registration_id where r.person_id = $1`,
      [member],
    );
    const text = await seenBy(member);
    expect(text).toContain('0 of 3 met');
    expect(text).toContain('An officer looks first');
    expect(text).toContain('You need do nothing');
  });

  it('is told save by save, newest first, to whoever did it', async () => {
    const { given } = desk;
    const [member, other] = [await given.aPerson({ name: 'Cleo' }), await given.aPerson({ name: 'Dev' })];
    const planning = await given.aModule({ title: 'Planning law', core: true });
    await isAsked();
    const href = '/standing/planning-law/timeline';
    expect((await desk.getAs(member, href)).text).toContain('Nothing happened yet');
    await asksFor80(desk, planning.id);
    await aModuleSaves(desk, { personId: member, courseId: planning.id }, [
      [1, 'incomplete', 20],
      [9, 'incomplete', 60],
      [2, 'completed', 70, 'final'],
    ]);
    expect((await desk.getAs(member, '/standing')).body).toContain(`href="${href}"`);
    const { status, text } = await desk.getAs(member, href);
    expect(status).toBe(200);
    expect(text).toContain('Not complete: the test is not passed, with 70%.');
    expect(text).toMatch(
      /14:44 You closed the module. It asks for 80%; you had 70%. 14:33 to 14:42 2 saves, score from 20% to 60% 14:32 You opened the module./,
    );
    expect((await desk.getAs(other, href)).text).toContain('Nothing happened yet');
    expect((await desk.getAs(member, `${href}?page=9`)).text).toContain('Showing all 3');
    expect((await desk.getAs(member, '/standing/no-such-thing/timeline')).status).toBe(404);
    expect((await desk.get('auditor', href)).status).toBe(403);
  });

  it('shows apart what only another award asks for, with each way to meet it, and takes a claim for it', async () => {
    const { given, app } = desk;
    const member = await given.aPerson({ name: 'Fay' });
    const audit = await given.aModule({ title: 'Audit and risk' });
    const drafts = app.get(Drafts, { strict: false });
    const need = await drafts.needOf(audit.id);
    expect((await desk.getAs(member, '/standing')).text).not.toContain('Audit and risk');
    const [scheme, version] = [randomUUID(), randomUUID()];
    await desk.database.source.query(`insert into scheme (id, slug, name) values ($1, 'audit', 'Audit')`, [scheme]);
    await desk.database.source.query(
      `insert into scheme_version (id, scheme_id, number, edition, effective_from, validity_months, renewal_opens_months, rule, state)
       values ($1, $2, 1, 'Edition 1', '2025-01-01', 24, 2, $3, 'adopted')`,
      [version, scheme, JSON.stringify({ all: [{ core: true }, { any: [{ need }] }] })],
    );
    const { text, body } = await desk.getAs(member, '/standing');
    expect(text).toContain('For other awards Nobody has to show these.');
    expect(text).toContain('Audit and risk Not started Take the module Audit and risk');
    expect(body).toContain('href="/standing/audit-and-risk/claim"');
    const open = /(\d+) still to meet/.exec(text)![1];
    const claim = {
      kind: 'prior_learning',
      'done-day': '18',
      'done-month': '5',
      'done-year': '2026',
      words: 'Two days in York',
    };
    expect((await desk.postAs(member, '/standing/audit-and-risk/claim', claim)).headers.location).toBe(
      '/standing?sent=yes',
    );
    expect((await desk.getAs(member, '/standing')).text).toContain('Audit and risk Not started');
    await desk.database.source.query(
      `with asks as (
         insert into mandate (id, title, source, who, role, capacities, scheme_id, anchor, fixed_on, count, unit, before_sitting, anew, during,
                proposed_by, proposed_at, outcome, decided_by, decided_at)
         values (gen_random_uuid(), 'Audit by June', '', 'role', 'member', '{}', $2, 'fixed', '2027-06-01', 0, 'day', false, false,
                daterange('2026-01-01', null), gen_random_uuid(), now(), 'adopted', gen_random_uuid(), now()) returning id)
       insert into obligation (id, person_id, mandate_id, since, due_on, made_on)
       select gen_random_uuid(), $1, id, '2027-06-01', '2027-06-01', '2026-11-22' from asks`,
      [member, scheme],
    );
    const asked = await desk.getAs(member, '/standing');
    expect(asked.text).not.toContain('For other awards');
    expect(asked.text).toContain(`${Number(open) + 1} still to meet`);
  });

  it('shows whoever is no member only what a mandate asks of them, and no way that is closed to them', async () => {
    const none = await desk.get('auditor', '/standing');
    expect([none.status, none.text.includes('Nothing is asked of you')]).toEqual([200, true]);
    const officer = await desk.who('officer');
    const [asked] = await desk.database.source.query<{ id: string; title: string }[]>(
      'select id, title from requirement order by title limit 1',
    );
    await desk.database.source.query(
      `with asks as (
         insert into mandate (id, title, source, who, role, capacities, requirement_id, anchor, fixed_on, count, unit, before_sitting, anew,
                during, proposed_by, proposed_at, outcome, decided_by, decided_at)
         values (gen_random_uuid(), 'Officers too', '', 'role', 'officer', '{}', $2, 'fixed', '2027-06-01', 0, 'day', false, false,
                daterange('2026-01-01', null), gen_random_uuid(), now(), 'adopted', gen_random_uuid(), now()) returning id)
       insert into obligation (id, person_id, mandate_id, since, due_on, made_on)
       select gen_random_uuid(), $1, id, '2027-06-01', '2027-06-01', '2026-11-22' from asks`,
      [officer, asked!.id],
    );
    const page = await desk.getAs(officer, '/standing');
    expect(page.text).toContain('1 still to meet What has a day comes first.');
    expect(page.text).toContain(asked!.title);
    expect(page.body).not.toMatch(/href="\/(modules|standing\/may-i-sit)/);
  });
});

describe('what is asked by a day', () => {
  let [late, other]: string[] = [];
  beforeAll(async () => {
    const part = <T>(service: new (...given: never[]) => T): T => desk.app.get(service as never, { strict: false });
    late = await desk.given.aPerson({ name: 'Ada Late' });
    other = await desk.given.aPerson({ name: 'Nobody Asked' });
    const second = await desk.given.aPerson({ name: 'Oscar Second', roles: ['officer'] });
    const { id: courseId } = await desk.given.aModule({ title: 'Planning', minutes: 25 });
    const { id } = await part(Mandates).propose({
      title: 'Planning training',
      source: 'Constitution, part 5',
      who: 'person',
      personId: late,
      role: null,
      bodyId: null,
      capacities: [],
      requirementId: null,
      courseId,
      schemeId: null,
      anchor: 'fixed',
      fixedOn: '2026-11-15',
      count: 0,
      unit: 'day',
      beforeSitting: false,
      anew: false,
      from: '2026-11-01',
      until: null,
      by: await desk.who('officer'),
    });
    await part(Mandates).adopt(id, second);
    for (const person of await part(MarksRepository).marked(500))
      await part(Transactions).run((tx) => part(Settling).settle(tx, person, '2026-11-22'));
  });

  it('is said on the home page and on what is asked of a member: by when, and how long it takes', async () => {
    for (const address of ['/', '/standing']) {
      const { text } = await desk.getAs(late!, address);
      expect(text).toContain(
        'Planning training Overdue It was due on 15 November 2026, 7 days ago. It takes about 25 minutes.',
      );
      expect(text).toContain('Asked by: Constitution, part 5');
    }
    const { text } = await desk.getAs(late!, '/standing');
    // What is due comes before what has no day, and a module that is no core skill is asked for too.
    const [planning, safety] = ['Planning', 'Personal safety'].map((title) => text.indexOf(`Take the module ${title}`));
    expect(planning).toBeGreaterThan(0);
    expect(planning).toBeLessThan(safety!);
    expect((await desk.getAs(other!, '/')).text).not.toContain('Planning training');
  });

  it('is a calendar of one’s own', async () => {
    const file = await desk.getAs(late!, '/standing/due.ics');
    expect(file.headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'attachment; filename="due.ics"',
      'cache-control': 'no-store',
    });
    expect(file.body).toContain(
      'DTSTART;VALUE=DATE:20261115\r\nDTEND;VALUE=DATE:20261116\r\nSUMMARY:To complete: Planning training',
    );
    expect((await desk.getAs(other!, '/standing/due.ics')).body).not.toContain('Planning training');
  });
});
