import { EventProposals, Programme } from '@induct/events';
import { Desk } from '../../../../../test/support/given-desk';
import { GivenTesting } from '../../../../../test/support/given-testing';
import { aBookable, anEvent, places } from '../../../../../test/support/given-programme';

const at = '2026-11-22T14:32:00Z';
let desk: Desk;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk.close());

it('says that nothing needs attention in an empty council', async () => {
  const { status, text } = await desk.get('officer', '/admin');
  expect(status).toBe(200);
  expect(text).toContain('Nothing: everything is done.');
  expect(text).toContain('No module is published yet.');
});

describe('in a council that has begun', () => {
  beforeAll(async () => {
    const code = await desk.given.aModule({ title: 'The code of conduct', core: true, slug: 'code' });
    for (let nth = 0; nth < 9; nth += 1) {
      const id = await desk.given.aPerson({ name: `Member ${nth}`, group: nth < 7 ? 'Green' : 'Labour' });
      if (nth < 6) {
        await desk.given.aResult(id, code, { at, completion: 'completed', success: 'passed', done: true });
      }
    }
    await desk.database.source.query(
      `insert into package_upload (id, file_name, bytes, state, uploaded_by, created_at)
       values (gen_random_uuid(), 'broken.zip', 10, 'refused', gen_random_uuid(), $1)`,
      [desk.clock.now()],
    );
  });

  it('tells an officer what waits and how members stand', async () => {
    const { text, body } = await desk.get('officer', '/admin');
    expect(text).toContain('1 upload was refused or interrupted in the last week');
    expect(text).toContain('3 members have 1 module still to start: see which, and ask for what matters by a day');
    expect(text).toContain('6 finished all core modules (67%)');
    expect(text).toMatch(/The code of conduct 6 0 0 3/);
    expect(text).toMatch(/Green 6 0 1 Labour 0 0 2/);
    expect(body).toContain('href="/admin/progress?module=code"');
  });

  it('has one line for everything of accreditation that waits, with the age of the oldest', async () => {
    const { source } = desk.database;
    const officer = await desk.who('officer');
    const person = await desk.given.aPerson({ name: 'Bethan Rhys' });
    const ago = (days: number) => new Date(desk.clock.now().getTime() - days * 86_400_000);
    await source.query(
      `with asked as (insert into requirement (id, slug, title, core_during) values (gen_random_uuid(), 'data', 'Data', '{}') returning id),
            claims as (insert into claim (id, person_id, requirement_id, kind, done_on, words, sent_at)
              select gen_random_uuid(), $1, id, kind, '2026-11-01', 'Done.', sent
                from asked, (values ('recording', $3::timestamptz), ('prior_learning', $4)) k (kind, sent)),
            mandates as (insert into mandate (id, title, source, who, role, capacities, requirement_id, anchor, fixed_on, count, unit, before_sitting, anew, during, proposed_by, proposed_at)
              select gen_random_uuid(), 'Data', 'Policy', 'role', 'member', '{}', id, 'fixed', '2027-01-01', 0, 'day', false, false, daterange('2026-11-01', null), $2, $4 from asked),
            accreditations as (insert into statutory_accreditation (id, requirement_id, kind, reference, during, entered_by, entered_at)
              select gen_random_uuid(), id, 'module', 'MHCLG 1', daterange('2026-11-01', null), $2, $4 from asked),
            editions as (insert into register_edition (id, mode, starts_on, body_ids, functions, authority, words, entered_by, entered_at)
              values (gen_random_uuid(), 'voluntary', '2027-01-01', '{}', 'Planning', 'MHCLG', 'Words', $2, $4))
       insert into name_change (id, person_id, name, why, asked_at) values (gen_random_uuid(), $1, 'B Rhys', 'Married', $4)`,
      [person, officer, ago(17), ago(3)],
    );
    await source.query(
      `insert into scheme_version (id, scheme_id, number, edition, effective_from, validity_months, renewal_opens_months, rule, state,
         proposed_by, proposed_at)
       select gen_random_uuid(), id, 2, 'Edition 2', '2027-01-01', 48, 6, '{}', 'proposed', $1, $2 from scheme`,
      [officer, ago(1)],
    );
    await source.query(
      `insert into template_version (id, number, template, state, drafted_by, drafted_at, changed_by, changed_at, proposed_by, proposed_at)
       values (gen_random_uuid(), 1, '{}', 'proposed', $1, $2, $1, $2, $1, $2)`,
      [officer, ago(2)],
    );
    const template = '1 certificate template waits for an administrator who did not write it ';
    expect((await desk.get('administrator', '/admin')).text).toContain(
      `Do first ${template}A second person is needed. It came 2 days ago.`,
    );
    const { text } = await desk.get('officer', '/admin');
    for (const line of [
      `${template}It came 2 days ago.`,
      'Do first 2 claims wait for an officer’s decision People wait. The oldest came 17 days ago. 1 name waits to be corrected People wait. It came 3 days ago. Then A second person is needed ',
      '1 mandate waits for a second person It came 3 days ago.',
      '1 scheme waits for a second officer to adopt it It came yesterday.',
      'What the register is to be waits for a second officer It came 3 days ago.',
      '1 accreditation by the authority waits for a second officer It came 3 days ago.',
    ])
      expect(text).toContain(line);
  });

  it('says what of the programme waits: what is over and was left, a day of talks counted once, and proposals', async () => {
    const programme = desk.app.get(Programme, { strict: false });
    const officer = await desk.who('officer');
    const on = (day: string, from: string, to: string) => ({ parts: [{ on: day, from, to, topics: [] }] });
    await aBookable(programme, officer, on('2026-11-17', '09:30', '13:00'));
    await aBookable(programme, officer, on('2027-11-17', '09:30', '13:00'));
    const eventId = await programme.addEvent(anEvent('One to one', { kind: 'one-to-one' }), officer);
    for (const hour of ['09', '10', '11'])
      await aBookable(programme, officer, { eventId, ...on('2026-11-18', `${hour}:00`, `${hour}:20`) });
    const wish = { title: 'Flooding', why: 'We are asked', priority: null, outcomes: [], forWhom: null };
    await desk.app.get(EventProposals, { strict: false }).propose(wish, officer);
    const { text, body } = await desk.get('officer', '/admin');
    expect(text).toContain('2 sessions are over, and nobody has said that they took place');
    expect(text).toContain('1 proposal for the programme waits for an answer');
    const [, href] = /href="([^"]+)">2 sessions are over/.exec(body)!;
    const shown = await desk.get('officer', href!.replaceAll('&amp;', '&'));
    expect(shown.text).toContain('2 sessions to look at, because their days are over.');
    expect((await desk.get('administrator', '/admin')).text).not.toContain('waits for an answer');
  });

  it.each(['administrator', 'auditor'] as const)('shows an %s no figure that could point at somebody', async (role) => {
    const { status, text, body } = await desk.get(role, '/admin');
    expect(status).toBe(200);
    expect(text).toContain('Nothing can be shown of 1 module The code of conduct');
    expect(text).toContain('Nothing can be shown of 3 political groups Green, Green Valleys, Labour');
    expect(body).not.toContain('/admin/progress?');
    expect(body).toContain('href="/testing">');
  });

  it('leads an auditor to where certificates, tests and decisions can be looked into, and says who stepped in', async () => {
    const { text, body } = await desk.get('auditor', '/admin');
    expect(text).toContain('For auditors You read totals and reports, and change nothing.');
    expect(text).toContain('Versions published with the testers’ sign-offs 1 ');
    // Said once, of all of them.
    expect(text).toContain('Fewer than 5 each Certificates issued by hand. Two officers decide it, and say why.');
    expect(text).toContain('Roles that one person gave alone. Still held.');
    expect(text.match(/below 5/g)).toHaveLength(1);
    expect(text.match(/withheld/g)).toHaveLength(1);
    expect(text).toMatch(/written down in a record to which lines can only be added, last at \d\d:\d\d on /);
    for (const [, href] of body.matchAll(/induct-card__title"><a class="govuk-link" href="([^"]+)"/g))
      expect([href, (await desk.get('auditor', href!)).status]).toEqual([href, 200]);
    expect(body).not.toContain('href="/register/planning"');
    const { source } = desk.database;
    const confirm = () =>
      source.query(
        `update register_edition set confirmed_by = gen_random_uuid(), confirmed_at = $1 where confirmed_at is null`,
        [desk.clock.now()],
      );
    await confirm();
    await source.query(
      `insert into register_edition (id, mode, starts_on, body_ids, functions, authority, words, entered_by, entered_at)
       values (gen_random_uuid(), 'voluntary', '2026-01-01', '{}', 'Planning', 'MHCLG', 'Words', gen_random_uuid(), $1)`,
      [desk.clock.now()],
    );
    await confirm();
    expect((await desk.get('auditor', '/admin')).body).toContain('href="/register/planning"');
    expect((await desk.get('administrator', '/admin')).text).not.toContain('For auditors');
  });

  it('puts before them what has a day within a week: a session with a waiting list, a round short of sign-offs', async () => {
    const officer = await desk.who('officer');
    const parts = [{ on: '2026-11-26', from: '09:30', to: '13:00', topics: [] }];
    const programme = desk.app.get(Programme, { strict: false });
    const { id } = await aBookable(programme, officer, { parts, pools: [places(1, 'member')] });
    for (const who of ['Ann Baker', 'Cat Dunn']) {
      const person = await desk.given.aPerson({ name: who });
      const book = `/admin/programme/sessions/${id}/people/book`;
      expect((await desk.post('officer', book, { who, person, checked: 'yes' })).status).toBe(303);
    }
    const testing = new GivenTesting(desk.database.source);
    const golf = await testing.aCourse('Golf', 'golf');
    await testing.aRound({ ...golf, deadline: '2026-11-27T17:00:00Z', openedBy: officer, testers: [] });
    const { text } = await desk.get('officer', '/admin');
    expect(text).toMatch(
      / 1 person waits for a place at a session to come Soon\. The next session with a waiting list is in 4 days\. Then Soon 1 test round has fewer sign-offs than it needs The next deadline: in 5 days\. People wait /,
    );
    expect((await desk.get('administrator', '/admin')).text).not.toContain('test round has fewer');
  });

  it.each(['member', 'tester'] as const)('refuses a %s', async (role) => {
    expect((await desk.get(role, '/admin')).status).toBe(403);
  });
});
