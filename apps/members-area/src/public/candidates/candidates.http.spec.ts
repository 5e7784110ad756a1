import { FixedDates } from '@induct/events';
import { ElectionDays, FirstSteps } from '@induct/handbook';
import { Elections } from '@induct/people';
import ICAL from 'ical.js';
import { Desk } from '../../../../../test/support/given-desk';
import { givenVersions } from '../../../../../test/support/given-versions';

let desk: Desk;
let [officer, second, by, whole] = ['', '', '', ''];
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const get = (url: string, accept?: string) => desk.get(undefined, url, accept);

const WEEKS = '/candidates/first-weeks';
const typed = (fields: Record<string, string>) => `${WEEKS}?${new URLSearchParams(fields).toString()}`;
const POLL = { 'poll-day': '4', 'poll-month': '5', 'poll-year': '2017' };
const DECLARED = { 'declared-day': '5', 'declared-month': '5', 'declared-year': '2017' };

beforeAll(async () => {
  desk = await Desk.open({ WELSH: 'true' });
  desk.clock.set('2025-01-10T09:00:00Z');
  officer = await desk.who('officer');
  second = await desk.given.aPerson({ name: 'Sam Second', roles: ['officer'], since: new Date('2024-01-01') });
});
afterAll(() => desk?.close());

describe('a council that has written nothing', () => {
  it('says whom to ask, and takes the days that somebody knows', async () => {
    const page = await get('/candidates');
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('Nothing is written here yet')]);
    expect(page.text).toContain('No poll is planned that we know of');
    expect(page.text).toContain('No programme is published yet');
    expect((await get(WEEKS)).text).toContain('No election is on record here yet');
    const weeks = await get(`${WEEKS}?kind=ordinary&poll=2017-05-04`);
    expect([weeks.status, weeks.text]).toEqual([
      200,
      expect.stringContaining('Nothing is written here yet about the first weeks'),
    ]);
  });
});

describe('the candidates’ area', () => {
  beforeAll(async () => {
    const steps = of(FirstSteps);
    await steps.addUsual(officer);
    const { rows } = await steps.page({ limit: 50, offset: 0 });
    for (const { stepId, title, law, anchor } of rows)
      if (law && anchor && !title.includes('expenses')) await steps.confirm(stepId, { seen: 1, by: second });
    const elections = of(Elections);
    whole = await elections.hold({ kind: 'ordinary', heldOn: '2017-05-04', by: officer });
    by = await elections.hold({ kind: 'by_election', heldOn: '2024-02-29', division: 'Kelderby <South>', by: officer });
    await of(ElectionDays).record(by, { declared: '2024-03-01', office: null, by: officer });
    await of(FixedDates).add({ on: '2025-05-01', kind: 'poll', title: 'Everybody' }, officer);
  });

  it('is there by date, in English and Welsh, with the next poll that is planned', async () => {
    const { text, body, headers } = await get('/candidates');
    expect(text).toContain('Poll Thursday 1 May 2025');
    expect(text).toContain('Notice of it Tuesday 25 March 2025, at the latest');
    expect(text).toContain('Nominations close 16:00 on Wednesday 2 April 2025');
    expect(text).toMatch(
      /Before nominations close Now .*Hand in your nomination papers.*While you stand .*Your first month/,
    );
    expect(body).not.toContain('Cyflwyno’ch papurau enwebu');
    expect(headers['set-cookie']).toBeUndefined();
    // Whoever chooses finds it filled in, and says what kind of election it is.
    const { body: choose } = await get(WEEKS);
    expect(choose).toMatch(/name="poll-day" type="text" value="1"/);
    expect(choose).not.toContain(' checked');
  });

  it('leads on to those who stand once nominations have closed, and says what is frozen until when', async () => {
    desk.clock.set('2025-04-03T09:00:00Z');
    for (const page of ['/candidates', WEEKS, `${WEEKS}?election=${whole}`]) {
      const { text } = await get(page);
      expect(text).toContain(
        'Until the poll on 1 May 2025, the steps, days and forms here stay as they were when 25 March 2025 began',
      );
      expect(text).toContain('is shown from 2 May 2025 on');
    }
    expect((await get('/candidates')).text).toMatch(/While you stand Now/);
    desk.clock.set('2025-01-10T09:00:00Z');
    expect((await get('/candidates')).text).not.toContain('stay as they were');
  });

  it('says what is planned for whoever is elected', async () => {
    desk.clock.set('2026-11-22T09:00:00Z');
    const { slug } = await givenVersions(desk);
    expect((await get('/candidates')).body).toContain(`href="/programmes/${slug}"`);
    desk.clock.set('2025-01-10T09:00:00Z');
  });

  it('has the days of an election on record, those that a second person confirmed', async () => {
    const { status, text } = await get(`${WEEKS}?election=${whole}`);
    expect([status, text]).toEqual([200, expect.stringContaining('Election, 4 May 2017')]);
    expect(text).toContain('Monday 8 May 2017');
    expect(text).toContain('Tuesday 4 July 2017 2 months after the day of the poll');
    expect(text).toContain(
      'Wednesday 31 May 2017 28 days beginning with the day of the poll or Sunday 4 June 2017 28 days beginning with the day of coming into office',
    );
    expect(text).toContain('Ask Democratic Services: nobody has confirmed this day yet');
    // Neither the day nor the words, which speak of the same law.
    expect(text).not.toContain('35 days');
  });

  it('proposes when the winner of a by-election comes into office, until an officer has recorded it', async () => {
    const { text, body } = await get(`${WEEKS}?election=${by}`);
    expect(text).toContain('The result was declared on Friday 1 March 2024');
    expect(text).toContain('Wednesday 27 March 2024');
    expect(text).toContain('Monday 29 April 2024');
    expect(text).toContain(
      'Monday 4 March 2024 the day of coming into office Proposed: Democratic Services tells you the day',
    );
    expect(body).toContain('By-election in Kelderby &lt;South&gt;, 29 February 2024');
    await of(ElectionDays).record(by, { declared: '2024-03-01', office: '2024-03-01', by: officer });
    const after = await get(`${WEEKS}?election=${by}`);
    expect(after.text).toContain('Friday 1 March 2024 the day of coming into office');
    expect(after.text).not.toContain('Proposed');
  });

  it('makes an address of days that are typed, and nothing else', async () => {
    const { status, headers } = await get(typed({ kind: 'by_election', ...POLL, ...DECLARED }));
    expect([status, headers['location']]).toEqual([
      303,
      `${WEEKS}?kind=by_election&poll=2017-05-04&declared=2017-05-05`,
    ]);
    const open = await get(
      typed({ kind: 'ordinary', ...POLL, 'declared-day': '', 'declared-month': '', 'declared-year': '' }),
    );
    expect(open.headers['location']).toBe(`${WEEKS}?kind=ordinary&poll=2017-05-04`);
    const { text } = await get(String(open.headers['location']));
    expect(text).toContain('We count as if the result was declared on Friday 5 May 2017');
    expect(open.headers['set-cookie']).toBeUndefined();
  });

  it.each([
    [
      { kind: 'ordinary', ...POLL, 'poll-day': '31', 'poll-month': '2' },
      'The day of the poll must be a real date',
      '31',
    ],
    [{ kind: 'ordinary', ...POLL, 'poll-year': '' }, 'The day of the poll must include a year', '4'],
    [{ kind: 'ordinary', ...POLL, 'poll-year': '1999' }, 'must be between 2000 and 2099', '1999'],
    [
      { kind: 'ordinary', ...POLL, ...DECLARED, 'declared-day': '3' },
      'The result is not declared before the day of the poll',
      '3',
    ],
    [{ kind: 'general', ...POLL }, 'Choose what kind of election it is', '2017'],
  ])('keeps what was typed when it cannot be: %j', async (fields, says, kept) => {
    const { status, text, body } = await get(typed(fields));
    expect([status, text]).toEqual([400, expect.stringContaining(says)]);
    expect(body).toContain(`value="${kept}"`);
    expect(body).toMatch(/<title>\s*Error: /);
  });

  it('says of an address that was edited what is wrong with it', async () => {
    const { status, text, body } = await get(`${WEEKS}?kind=ordinary&poll=2017-02-30`);
    expect([status, text]).toEqual([400, expect.stringContaining('The day of the poll must be a real date')]);
    expect(body).toContain('value="30"');
    for (const poll of ['soon', '2017-05', '%3Cb%3E', 'a-b-c'])
      expect((await get(`${WEEKS}?poll=${poll}`)).status).toBe(400);
    expect((await get(`${WEEKS}?poll=1&poll=2`)).status).toBe(200);
    for (const election of ['x', officer]) expect((await get(`${WEEKS}?election=${election}`)).status).toBe(404);
  });

  it('is a calendar of whole days, by the earlier reading', async () => {
    const { body, headers } = await get(`${WEEKS}.ics?election=${whole}`);
    expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
    const events = new ICAL.Component(ICAL.parse(body)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    expect(events.map(({ summary, startDate }) => [summary, startDate.isDate, startDate.toString()])).toEqual([
      ['You come into office', true, '2017-05-08'],
      ['Sign your declaration of acceptance of office', true, '2017-07-04'],
      ['Register your interests', true, '2017-05-31'],
    ]);
    expect(events[2]!.description).toContain('Or 4 June 2017: 28 days beginning with the day of coming into office.');
    expect((await get(`${WEEKS}.ics?poll=2017-02-30`)).status).toBe(404);
    expect((await get(`${WEEKS}.ics`)).status).toBe(404);
  });

  it('is Welsh for whoever reads it, and the same list for every program', async () => {
    const inWelsh = async (url: string) =>
      (await desk.app.inject({ url, headers: { cookie: 'induct-language=cy' } })).body.replaceAll('\r\n ', '');
    const calendar = await inWelsh(`${WEEKS}.ics?election=${whole}`);
    expect(calendar).toContain('SUMMARY:Cofrestru’ch buddiannau');
    expect(calendar).toContain('Neu 4 Mehefin 2017: 28 diwrnod gan ddechrau â diwrnod dod i’r swydd.');
    expect(calendar).not.toMatch(/beginning|after|the day|months|Register/);
    const page = await inWelsh(`${WEEKS}?election=${whole}`);
    expect(page).toContain('Rydym yn cyfrif fel pe bai’r canlyniad wedi’i gyhoeddi ar Dydd');
    for (const kind of ['csv', 'json']) {
      const list = `${WEEKS}.${kind}?election=${whole}`;
      expect(await inWelsh(list)).toBe((await get(list)).body);
    }
  });

  it('is a list for programs, which says why a day is missing', async () => {
    const { body } = await get(`${WEEKS}.json?kind=ordinary&poll=2017-05-04&declared=2017-05-05`);
    const { rows } = JSON.parse(body) as { rows: Record<string, string | null>[] };
    expect(rows.map(({ by: due, orBy, theDayIs }) => [due, orBy, theDayIs])).toEqual([
      ['2017-05-08', null, 'certain'],
      ['2017-07-04', null, 'certain'],
      [null, null, 'none'],
      [null, null, 'none'],
      [null, null, 'none'],
      ['2017-05-31', '2017-06-04', 'certain'],
      [null, null, 'not confirmed: ask Democratic Services'],
    ]);
    expect((await get(`${WEEKS}.csv?election=${whole}`)).body).toContain('Localism Act 2011');
  });
});
