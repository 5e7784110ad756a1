import { WhoMaySit } from '@induct/accreditation';
import { dayInLondon } from '@induct/platform';
import { testConfig } from '../../../../test/support/config';
import type { TestDatabase } from '../../../../test/support/database';
import { prepareCouncil } from '../prepare-council';
import { Steps } from '../steps';
import { LOADED_WITHIN_MS, loadedCouncil } from '../loaded-council.given';
import { MEMBERS, PERSONAS } from './stories/council';
import { programmeOf } from './stories/history';
import { REFRESHER } from './stories/refresher-days';

type Runs = Record<string, Record<string, { interaction: { id: string; weighting: string; result: string } }>>;

describe('loading the demo council', () => {
  let database: TestDatabase;
  const ask = async <Row>(sql: string): Promise<Row> => (await database.source.query<Row[]>(sql))[0]!;
  const counts = () =>
    ask<Record<string, number>>(`
      select (select count(*)::int from person) as people, (select count(*)::int from course) as courses,
        (select count(*)::int from course where published_version_id is not null) as published,
        (select count(*)::int from registration) as registrations, (select count(*)::int from commit_log) as commits,
        (select count(*)::int from registration where completed_at is not null) as completed,
        (select count(*)::int from award) as awards,
        (select count(distinct number)::int from certificate) as certificates,
        (select count(*)::int from award where awarded_at > now() - interval '10 days') as recent,
        (select count(*)::int from claim where decided_at is null) as waiting,
        (select count(*)::int from claim where accepted) as accepted, (select count(*)::int from claim) as claims,
        (select count(*)::int from certificate where state = 'suspended') as suspended,
        (select count(*)::int from certificate where state = 'replaced') as replaced,
        (select count(*)::int from by_hand where confirmed_at is not null) as "byHand",
        (select count(*)::int from by_hand_file) as shown,
        (select count(*)::int from name_change where decided_at is null) as names,
        (select count(*)::int from award a join scheme s on s.id = a.scheme_id where s.slug = 'planning') as planning,
        (select count(*)::int from scheme_version where state = 'draft') as drafts,
        (select count(*)::int from module_draft) as written,
        (select count(*)::int from simulation_row where kind = 'tops_up') as "toTopUp",
        (select count(*)::int from template_version where state = 'approved' and from_day < now()::date) as approved,
        (select count(*)::int from template_version where state = 'proposed') as proposed,
        (select count(*)::int from template_version) as templates,
        (select count(*)::int from certificate where template_version_id is not null) as templated,
        (select count(*)::int from template_preview where made_of is distinct from revision) as previews,
        (select count(*)::int from signatory) as signatories,
        (select count(*)::int from council_mark where outcome = 'confirmed') as marks,
        (select count(*)::int from name_shown where shown_to = 'public') as "publicNames",
        (select count(*)::int from certificate where facts -> 'signatories' -> 0 ->> 'name' = 'Margaret Ellison') as signed,
        (select count(*)::int from test_round) as rounds, (select count(*)::int from finding) as findings,
        (select count(*)::int from term) as terms, (select count(*)::int from membership) as seats,
        (select count(*)::int from mandate) as mandates, (select count(*)::int from programme_session) as sessions, (select count(*)::int from attendance) as attendance,
        (select count(*)::int from feedback_answer) as answers, (select count(*)::int from mail) as mail, (select count(*)::int from obligation) as obligations`);

  beforeAll(async () => {
    jest.spyOn(console, 'log').mockImplementation();
    database = await loadedCouncil();
  }, LOADED_WITHIN_MS);
  afterAll(() => database?.drop());

  it('gives everybody their story once, even when a start was interrupted', async () => {
    const core = await database.source.query<{ slug: string }[]>('select slug from course where core');
    const modules = core.map(({ slug }) => ({ slug, minutes: 15 }));
    const stories = [...MEMBERS.keys()].map((member) => programmeOf(member, modules));
    const certified = stories.filter((programme, member) => {
      const all = programme.length === modules.length && member !== PERSONAS.nearlyThere.member;
      return all && programme.every(({ visits }) => visits.some(({ score }) => (score ?? 0) >= 80));
    }).length;
    const loaded = await counts();
    expect(loaded).toMatchObject({
      people: 85,
      written: 1,
      published: loaded.courses,
      // Three took the planning module, two the one on the pension fund.
      registrations: stories.flat().length + 5,
      // Three of the planning scheme, four by hand; two more took the place of those in another name.
      awards: certified + 7,
      certificates: certified + 9,
      // One is in use, for planning. The worker prints three previews of each.
      templates: 3,
      approved: 1,
      proposed: 1,
      templated: 1,
      previews: 9,
      suspended: 1,
      replaced: 2,
      byHand: 4,
      shown: 1,
      names: 1,
      recent: 0,
      planning: 3,
      drafts: 1,
      toTopUp: certified,
      rounds: loaded.courses! + 1,
      findings: 3,
      waiting: 2,
      accepted: 2,
      claims: 5,
      signatories: 3,
      marks: 1,
      publicNames: 1,
      // Those of a year ago bear who signed then.
      signed: loaded.certificates! - 3,
    });
    expect(certified).toBeGreaterThan(25);
    await database.source.query(`delete from setting where key = 'demo-council'`);
    await prepareCouncil({ ...testConfig(database.url), DEMO: true }, database.source, new Steps());
    expect(await counts()).toEqual(loaded);
  });

  it('has of everybody who took a test the ten answers behind the score', async () => {
    const taken = await database.source.query<{ success: string; score: number; suspendData: string; runs: Runs }[]>(
      `select r.success, r.score::float8 as score, s.suspend_data as "suspendData", s.runtime->'interactions' as runs
       from registration r join attempt a on a.registration_id = r.id join sco_state s on s.attempt_id = a.id
       where r.score is not null`,
    );
    expect(taken.length).toBeGreaterThan(300);
    for (const { success, score, suspendData, runs } of taken) {
      // The column holds it as a JSON string.
      const { test } = JSON.parse(JSON.parse(suspendData) as string) as {
        test: { attempt: number; percent: number; answers: unknown[] };
      };
      expect([test.percent, test.answers.length]).toEqual([score, 10]);
      const given = Object.values(runs).flatMap((run) => Object.values(run).map(({ interaction }) => interaction));
      const last = given.filter(({ id, weighting }) => weighting === '1' && id.endsWith(`.${test.attempt}`));
      expect(last).toHaveLength(10);
      expect(last.filter(({ result }) => result === 'correct')).toHaveLength(score / 10);
      expect(success).toBe(score >= 80 ? 'passed' : 'failed');
    }
  });

  it('has everybody in office, in the group that is said of them, and a Planning Committee with substitutes', async () => {
    const found = await ask<Record<string, number>>(`
      select (select count(*)::int from term where superseded_at is null and upper_inf(during)) as "inOffice",
        (select count(*)::int from term where during = '[2024-03-04,2025-05-06)') as "byElection",
        (select count(*)::int from person p join membership m on m.person_id = p.id and m.superseded_at is null and upper_inf(m.during)
           join body b on b.id = m.body_id and b.kind = 'group' and b.name = p.political_group) as "inGroup",
        (select count(*)::int from membership m join body b on b.id = m.body_id
          where b.name = 'Planning Committee' and m.capacity = 'substitute' and m.superseded_at is null) as substitutes,
        (select count(*)::int from membership where replaces is not null) as "putRight"`);
    expect(found).toEqual({ inOffice: 81, byElection: 1, inGroup: 81, substitutes: 4, putRight: 1 });
  });

  it('tells candidates by when, all but one day confirmed by a second officer, and knows the by-election’s days', async () => {
    const found = await ask<Record<string, unknown>>(`
      select (select count(*)::int from first_step) as steps,
        (select count(*)::int from first_step_confirmation where not is_alone) as confirmed,
        (select array_agg(title) from first_step_version v where law is not null and anchor is not null
          and not exists (select from first_step_confirmation c where c.version_id = v.id)) as waiting,
        (select in_office_on::text from election_days d join election e on e.id = d.election_id where e.held_on = '2024-02-29') as office,
        (select count(*)::int from election_days) as days`);
    const waiting = ['Have your election expenses returned'];
    expect(found).toEqual({ steps: 12, confirmed: 3, waiting, office: '2024-03-04', days: 4 });
  });

  it('asks its members for something by a day: some have met it, some are late, some have time, one mandate waits', async () => {
    const found = await ask<Record<string, number>>(`
      select (select count(*)::int from mandate where outcome = 'adopted') as adopted,
        (select count(*)::int from mandate where outcome is null) as waiting,
        (select count(*)::int from obligation o join mandate m on m.id = o.mandate_id
          where m.title = 'Induction' and o.met_on is not null) as met,
        (select count(*)::int from award a join scheme s on s.id = a.scheme_id
          where s.slug = 'core-skills' and a.evidence @> '[{"kind": "by_hand"}]' is not true) as awards,
        (select count(*)::int from obligation o join mandate m on m.id = o.mandate_id where m.title = 'Code of conduct, before sitting on planning') as planning,
        (select count(*)::int from obligation where met_on is null and due_on > now() + interval '10 days') as due`);
    expect(found).toMatchObject({ adopted: 7, waiting: 1, planning: 17 });
    // Who has the award has met the induction; the one by hand rests on no evidence of it.
    expect(found['met']).toBe(found['awards']);
    expect(found['due']).toBeGreaterThan(10);
  });

  it('has a register, who is on it until the end of the month, and who may not sit on planning', async () => {
    const who = new WhoMaySit(database.source);
    const [day, knownAt] = [dayInLondon(new Date()), new Date()];
    const { id } = await ask<{ id: string }>(`select id from body where name = 'Planning Committee'`);
    const sitters = await who.on({ day, knownAt, bodyIds: [id] });
    expect(sitters).toHaveLength(17);
    const may = sitters.filter((sitter) => sitter.may).length;
    expect(may).toBeGreaterThan(5);
    expect(may).toBeLessThan(17);
    const registered = sitters.flatMap(({ asked }) => asked.filter(({ kind, met }) => kind === 'statutory' && met));
    expect(registered.filter(({ until }) => until?.startsWith(day.slice(0, 7)))).toHaveLength(1);
    const { mode, waiting } = await ask<{ mode: string; waiting: number }>(`
      select (select mode from register_edition) as mode,
        (select count(*)::int from statutory_accreditation where confirmed_at is null) as waiting`);
    expect({ mode, waiting }).toEqual({ mode: 'voluntary', waiting: 1 });
  });

  it('has a year of the programme: what was, what can be booked, what is not settled yet', async () => {
    const found = await ask<Record<string, number>>(`
      select count(*) filter (where state = 'delivered' and ends_at < now())::int as delivered,
        count(*) filter (where state = 'confirmed' and starts_at between now() and now() + interval '45 days')::int as confirmed,
        count(*) filter (where state = 'provisional' and first_day is null)::int as "toBeConfirmed",
        count(*) filter (where state = 'provisional')::int as provisional,
        count(*) filter (where state = 'hold')::int as "keptFree",
        count(*) filter (where state = 'cancelled')::int as cancelled, count(*)::int as sessions,
        (select count(*)::int from fixed_date where kind = 'meeting') as meetings,
        (select count(*)::int from fixed_date where kind = 'poll') as polls,
        (select count(distinct e.id)::int from programme_event e join planned_outcome o on o.event_id = e.id
          where e.series is not null) as workshops,
        (select count(*)::int from session_part p, unnest(p.topics) as t (slug)
          where not exists (select from requirement r where r.slug = t.slug)) as "unknownTopics"
        from session_standing`);
    expect(found).toEqual({
      delivered: 12,
      confirmed: 14,
      toBeConfirmed: 1,
      provisional: 2,
      keptFree: 2,
      cancelled: 1,
      sessions: 31,
      meetings: 2,
      polls: 1,
      workshops: 5,
      unknownTopics: 0,
    });
  });

  it('asks some for commissioning step by step: one with a button is half-way, and the workshops to come are theirs to book', async () => {
    const asked = await database.source.query<{ name: string; steps: boolean[] }[]>(
      `select p.name, array(select exists (select from evidence e where e.person_id = p.id and e.requirement_id = (step.need ->> 'need')::uuid)
                              from jsonb_array_elements(v.rule -> 'path') with ordinality as step (need, nth) order by nth) as steps
         from scheme s join scheme_version v on v.scheme_id = s.id join mandate m on m.scheme_id = s.id
         join obligation o on o.mandate_id = m.id join person p on p.id = o.person_id
        where s.slug = 'commissioning'`,
    );
    expect(asked).toHaveLength(17);
    const stepsOf = (member: number) => asked.find(({ name }) => name === MEMBERS[member]!.name)!.steps;
    expect(stepsOf(PERSONAS.halfWay.member)).toEqual([true, true, false, false]);
    expect(asked.some(({ steps }) => steps.every((step) => !step))).toBe(true);
    const { toBook } = await ask<{ toBook: number }>(
      `select count(*)::int as "toBook" from session_standing s join requirement r on r.slug = any(s.topics)
        where r.slug like 'event--%' and s.state = 'confirmed' and s.starts_at > now()`,
    );
    expect(toBook).toBe(2);
  });

  it('asks the Pensions Committee for the module on its fund: some have done it, some have not', async () => {
    const { met, open } = await ask<Record<string, number>>(
      `select count(o.met_on)::int as met, count(*) filter (where o.met_on is null)::int as open
         from obligation o join mandate m on m.id = o.mandate_id where m.title like 'The pension fund%'`,
    );
    expect({ met, open }).toEqual({ met: 2, open: 5 });
  });

  it('knows who was at what took place, and what they said of it; a newcomer has one session to speak of', async () => {
    const found = await ask<Record<string, number>>(`
      select (select count(*)::int from programme_session where register_closed_at is not null) as registers,
        (select count(*)::int from programme_session where state = 'delivered' and register_closed_at is null) as waiting,
        (select count(distinct session_id)::int from attendance where value = 'present') as attended,
        (select count(*)::int from evidence where kind = 'attendance') as evidence,
        (select count(*)::int from attended_standing) as shown,
        (select count(*)::int from feedback_round where results is not null and (results ->> 'answered')::int >= 5) as results,
        (select count(*)::int from feedback_round where changed is not null) as changed,
        (select count(*)::int from lesson l join programme_event e on e.id = l.carried_to_event where e.title = 'Answering questions') as gaps,
        (select count(*)::int from event_evaluation where agreed_on is not null) as evaluated,
        (select count(*)::int from feedback_round where results is null and closes_on > now()::date) as open`);
    expect(found).toMatchObject({
      registers: 11,
      waiting: 1,
      attended: 10,
      results: 4,
      changed: 3,
      open: 1,
      gaps: 1,
      evaluated: 1,
    });
    expect(found['shown']).toBeGreaterThan(40);
    expect(found['evidence']).toBe(found['shown']);
    const newcomer = MEMBERS[PERSONAS.newcomer.member]!.email;
    const about = await database.source.query<object[]>(
      `select f.event_title as title, f.answered_on as answered, (select count(*)::int from evidence e where e.person_id = p.id) as evidence
         from feedback_standing f join person p on p.id = f.person_id where p.email = $1`,
      [newcomer],
    );
    expect(about).toEqual([{ title: 'Speaking in the chamber', answered: null, evidence: 0 }]);
  });

  it('has places that are booked: one session full with a list, one booking moved, one cancelled by the council', async () => {
    const sessions = await database.source.query<Record<string, unknown>[]>(
      `select s.event_title as title, count(*) filter (where b.state = 'booked' and b.person_id is not null)::int as booked,
              count(*) filter (where b.state = 'waiting')::int as waiting, count(*) filter (where b.guest_id is not null)::int as guests,
              count(*) filter (where b.promoted_at is not null)::int as promoted,
              count(*) filter (where b.cancel_by = 'council')::int as off
         from booking_standing b join session_standing s on s.id = b.session_id group by s.id, s.event_title, s.first_day order by s.first_day`,
    );
    const none = { waiting: 0, guests: 0, promoted: 0, off: 0 };
    expect(sessions).toEqual([
      { ...none, title: 'A parent to every child in care', booked: 3, guests: 2 },
      { ...none, title: 'Scrutiny that changes something', booked: 0, off: 2 },
      { ...none, title: 'A morning on the code of conduct', booked: 3 },
      { ...none, title: 'Answering questions', booked: 8, waiting: 2, promoted: 1 },
      ...Array.from({ length: 3 }, () => ({ ...none, title: 'Your first months: the monitoring officer', booked: 1 })),
      { ...none, title: 'In the chair', booked: 2 },
      { ...none, title: 'A morning on the code of conduct', booked: 1 },
    ]);
    const { catrin, needs, sealed } = await ask<{ catrin: number; needs: number; sealed: boolean }>(
      `select (select count(*)::int from booking b join person p on p.id = b.person_id where p.name = 'Catrin Hargreaves' and b.state <> 'cancelled') as catrin,
              (select count(*)::int from need) as needs, not exists (select from need where encode(sealed, 'escape') like '%egetarian%') as sealed`,
    );
    expect({ catrin, needs, sealed }).toEqual({ catrin: 3, needs: 4, sealed: true });
  });

  it('has published its year, changed it twice since, and drafted it anew; and answered two of three proposals', async () => {
    const versions = await database.source.query<{ number: number; state: string; decided: number }[]>(
      `select v.number, v.state, (select count(*)::int from programme_decision d where d.version_id = v.id and d.confirmed_by <> d.recorded_by) as decided
         from programme_version v order by v.number`,
    );
    expect(versions).toEqual([
      { number: 1, state: 'published', decided: 1 },
      { number: 2, state: 'draft', decided: 0 },
    ]);
    const { changed, waiting } = await ask<Record<string, number>>(`
      select (select count(*)::int from jsonb_array_elements((select facts -> 'sessions' from programme_version where number = 2)) as now (session)
               where not exists (select from jsonb_array_elements((select facts -> 'sessions' from programme_version where number = 1)) as before (session)
                 where before.session = now.session)) as changed,
        (select count(*)::int from programme_candidate where sent_at is null) as waiting`);
    expect({ changed, waiting }).toEqual({ changed: 2, waiting: 3 });
    const proposals = await database.source.query<{ state: string }[]>(
      'select state from event_proposal order by state',
    );
    expect(proposals.map(({ state }) => state)).toEqual(['declined', 'merged', 'new']);
  });

  it('has a member with a certificate in Welsh and English, and most names in Welsh', async () => {
    const certified = MEMBERS[PERSONAS.certified.member]!;
    const { facts } = await ask<{ facts: object }>(
      `select c.facts from certificate c join award a on a.id = c.award_id join person p on p.id = a.person_id
        where c.template_version_id is not null and p.email = '${certified.email}'`,
    );
    expect(facts).toMatchObject({
      version: 2,
      languages: 'both',
      holder: certified.name,
      councilCy: 'Cyngor Sir Northmoor',
      schemeCy: 'Cynllunio',
      edition: { cy: 'Argraffiad 1' },
      requirements: expect.arrayContaining([
        expect.objectContaining({ titleCy: 'Sgiliau craidd', how: 'award' }),
        expect.objectContaining({ titleCy: 'Gwasanaethu ar y pwyllgor cynllunio', how: 'module' }),
      ]),
      mark: expect.objectContaining({ altCy: expect.stringContaining('Arfau') }),
    });
    const { named, missing } = await ask<Record<string, number>>(
      `select count(title_cy)::int as named, count(*) filter (where title_cy is null)::int as missing from requirement`,
    );
    expect([named, missing! > 0]).toEqual([3, true]);
  });

  it('has a member whose certificate ends this month, one who can renew it without a gap, and one whose has lapsed', async () => {
    const today = dayInLondon(new Date());
    const register = await database.source.query<{ until: string; validity: string }[]>(
      `select facts ->> 'validUntil' as until, certificate_validity(state, (facts ->> 'validUntil')::date, $2::date) as validity
         from certificate where facts ->> 'scheme' = $1 order by until desc`,
      [REFRESHER.name, today],
    );
    expect(register).toHaveLength(3);
    const [ending, ...over] = register;
    expect(ending!.until.slice(0, 7)).toBe(today.slice(0, 7));
    expect(ending!.validity).toBe(ending!.until < today ? 'expired' : 'valid');
    expect(over.map(({ validity }) => validity)).toEqual(['expired', 'expired']);
  });

  it('has a list of seats that waits to be applied, and asks which of two people of one name is meant', async () => {
    const rows = await database.source.query<{ name: string; outcome: string; asks: boolean }[]>(
      `select r.name, r.outcome, r.could_be is not null as asks from membership_import_row r
         join membership_import i on i.id = r.import_id where i.state = 'preview' order by r.row_number`,
    );
    expect(rows.map(({ name, outcome, asks }) => [name, outcome === 'problem', asks])).toEqual([
      ['Bernard Gallagher', false, false],
      ['Gwen Tregenza', false, false],
      ['Joseph Osei', false, false],
      ['Joseph Osei', true, true],
      ['Maeve Aziz', true, false],
    ]);
  });

  it('has a programme that was uploaded and waits to be imported', async () => {
    const found = await database.source.query<{ name: string; rows: number }[]>(
      `select i.name, (select count(*)::int from programme_import_row r where r.import_id = i.id) as rows
         from programme_import i where state = 'preview'`,
    );
    expect(found).toEqual([{ name: 'programme-2017-18.csv', rows: 66 }]);
  });

  it('publishes nothing but what the steering group signed off, byte by byte', async () => {
    const { unsigned, published } = await ask<{ unsigned: number; published: number }>(`
      select count(*)::int as published,
        count(*) filter (where (
          select count(*) from sign_off s join test_round r on r.id = s.round_id
          where r.version_id = v.id and r.closed_why = 'quorum' and s.decision = 'signed_off'
            and s.package_sha256 = v.package_sha256) < 3)::int as unsigned
      from course_version v where state = 'published'`);
    expect(published).toBeGreaterThan(0);
    expect(unsigned).toBe(0);
    const { unseen } = await ask<{ unseen: number }>(`
      select count(*)::int as unseen from sign_off s join test_round r on r.id = s.round_id
      where not exists (select from preview p join preview_call c on c.preview_id = p.id and c.call = 'opened'
        where p.person_id = s.person_id and p.version_id = r.version_id)`);
    expect(unseen).toBe(0);
  });

  it('records nobody’s learning without a launch, and none before its module came out', async () => {
    const { orphans, early } = await ask<{ orphans: number; early: number }>(`
      select count(*) filter (where l.id is null)::int as orphans,
        count(*) filter (where a.started_at < v.published_at)::int as early
      from attempt a left join launch l on l.attempt_id = a.id join course_version v on v.id = a.version_id`);
    expect({ orphans, early }).toEqual({ orphans: 0, early: 0 });
  });
});
