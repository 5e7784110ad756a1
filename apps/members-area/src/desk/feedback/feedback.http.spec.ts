import { randomUUID } from 'node:crypto';
import { Answering, Programme } from '@induct/events';
import { aPlan } from '../../../../../test/support/given-programme';
import { Desk } from '../../../../../test/support/given-desk';
import { type GivenFeedback, givenFeedback } from '../../../../../test/support/given-feedback';

let desk: Desk;
let given: GivenFeedback;
let [base, lessons] = ['', ''];
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const lesson = (kind: string, words: string, more: Record<string, string> = {}) => ({
  id: randomUUID(),
  kind,
  words,
  prompt: '',
  ...more,
});

beforeAll(async () => {
  desk = await Desk.open();
  given = await givenFeedback(desk, { people: 12 });
  base = `/admin/programme/sessions/${given.sessionId}`;
  lessons = `${base}/lessons`;
});
afterAll(() => desk?.close());

it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)('is not for a %s', async (role) => {
  for (const path of ['results', 'lessons']) {
    expect((await desk.get(role, `${base}/${path}`)).status).toBe(403);
    expect((await desk.post(role, `${base}/${path}`, {})).status).toBe(403);
  }
  expect((await desk.post(role, `${lessons}/links`, {})).status).toBe(403);
});

it('is of sessions that there are', async () => {
  for (const id of [randomUUID(), 'nonsense'])
    for (const path of ['results', 'lessons'])
      expect((await desk.get('officer', `/admin/programme/sessions/${id}/${path}`)).status).toBe(404);
});

describe('lessons from the discussions', () => {
  it('are written down at the desk, and a gap is carried to the next workshop of the series', async () => {
    expect((await desk.get('officer', lessons)).text).toContain('Nothing is written down yet');
    const missing = await desk.post('officer', lessons, {
      id: randomUUID(),
      kind: 'gap',
      words: ' ',
      prompt: 'Who answers?',
    });
    expect([missing.status, missing.text]).toEqual([400, expect.stringContaining('Enter what was said')]);
    expect(missing.body).toContain('value="Who answers?"');
    const gap = lesson('gap', 'Nobody knew what to do when heckled', { prompt: 'Who answers?' });
    for (let times = 0; times < 2; times++) expect((await desk.post('officer', lessons, gap)).status).toBe(303);
    const { text } = await desk.get('officer', `${lessons}?done=added`);
    expect(text).toMatch(
      /It is written down\..*Gaps Who answers\? Nobody knew what to do when heckled At the desk, 19 November 2026\. Carried to Answering questions/,
    );
    expect(text.match(/At the desk/g)).toHaveLength(1);
    const programme = of(Programme);
    const { event } = await programme.event('answering-questions');
    const next = await programme.addSession(aPlan(event.id), 'confirmed', await desk.who('officer'));
    for (const path of [
      '/admin/programme/events/answering-questions',
      '/admin/programme/sessions/new?event=answering-questions',
      `/admin/programme/sessions/${next}/edit`,
    ])
      expect((await desk.get('officer', path)).text).toMatch(
        /Left open by earlier workshops Who answers\? Nobody knew what to do when heckled \( Speaking in the chamber.*18 November 2026/,
      );
  });

  it('need not be carried, or not stay', async () => {
    const page = await desk.get('officer', lessons);
    const [, id] = /lessons\/([0-9a-f-]{36})"/.exec(page.body)!;
    await desk.post('officer', `${lessons}/${id}`, { act: 'leave' });
    expect((await desk.get('officer', lessons)).text).toContain('Carry it to “Answering questions”');
    await desk.post('officer', `${lessons}/${id}`, { act: 'carry' });
    expect((await desk.get('officer', lessons)).text).toContain('Carried to Answering questions');
    expect((await desk.post('officer', `${lessons}/${randomUUID()}`, { act: 'carry' })).status).toBe(404);
    await desk.post('officer', lessons, lesson('discussion', 'Off the topic'));
    const again = await desk.get('officer', lessons);
    const [, other] = /lessons\/([0-9a-f-]{36})"[^]*Off the topic/.exec(again.body)!;
    await desk.post('officer', `${lessons}/${other}`, { act: 'remove' });
    expect((await desk.get('officer', lessons)).text).not.toContain('Off the topic');
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'lesson.removed', subject: given.sessionId });
  });

  describe('by a facilitator’s link', () => {
    let link: string;
    beforeAll(async () => {
      const made = await desk.post('officer', `${lessons}/links`, {});
      [, link = ''] = /href="http:\/\/localhost:3000(\/capture\/[^"]+)"/.exec(made.body)!;
    });

    it('are written down by a stranger, once for each form, and nothing typed is lost', async () => {
      const { status, headers, text } = await desk.getAs(undefined, link);
      expect([status, headers['x-robots-tag']]).toEqual([200, 'noindex, nofollow']);
      expect(text).toContain('What the group said Speaking in the chamber');
      const stranger = await desk.app.inject({
        method: 'POST',
        url: link,
        headers: {
          accept: 'text/html',
          origin: 'http://localhost:3000',
          'content-type': 'application/x-www-form-urlencoded',
        },
        payload: new URLSearchParams(lesson('lesson', 'Stand still')).toString(),
      });
      expect([stranger.statusCode, stranger.headers.location]).toEqual([303, `${link}?done=added`]);
      const member = await desk.who('member');
      const wrong = await desk.postAs(member, link, { id: randomUUID(), words: 'No kind chosen', prompt: '' });
      expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('Choose what it is')]);
      expect(wrong.body).toContain('No kind chosen</textarea>');
      expect((await desk.getAs(undefined, link)).text).toContain('A lesson: Stand still');
      expect((await desk.get('officer', lessons)).text).toMatch(
        /Stand still By a facilitator’s link.*by Olive Officer; 1 thing written down by it/,
      );
    });

    it('are not where the link was made, and no link is kept that opens anything', async () => {
      expect((await desk.get('officer', lessons)).body).not.toContain(link);
      const kept = await desk.database.source.query<object[]>('select * from lesson_capture');
      expect(JSON.stringify(kept)).not.toContain(link.split('/').at(-1));
    });

    it('cannot be written down when it is taken back, or two weeks after the session', async () => {
      const now = desk.clock.now();
      desk.clock.set('2026-12-02T23:00:00Z');
      expect((await desk.getAs(undefined, link)).status).toBe(200);
      desk.clock.set('2026-12-03T00:00:00Z');
      expect((await desk.getAs(undefined, link)).status).toBe(404);
      desk.clock.set(now.toISOString());
      const [, id] = /links\/([0-9a-f-]{36})\/revoke/.exec((await desk.get('officer', lessons)).body)!;
      for (let times = 0; times < 2; times++)
        expect((await desk.post('officer', `${lessons}/links/${id}/revoke`, {})).status).toBe(303);
      expect((await desk.getAs(undefined, link)).text).toContain('This link does not work');
      expect((await desk.postAs(await desk.who('member'), link, lesson('lesson', 'Too late'))).status).toBe(404);
      expect((await desk.getAs(undefined, '/capture/nonsense')).status).toBe(404);
      expect((await desk.audited()).filter(({ action }) => action === 'capture.revoked')).toHaveLength(1);
    });
  });
});

describe('what people said', () => {
  it('is not shown while answers are taken, not even how many there are', async () => {
    for (const [at, person] of given.people.slice(0, 11).entries())
      await of(Answering).answer(given.sessionId, person, {
        q1: at % 2,
        q2: 0,
        q3: 0,
        o1: 0,
        o2: at % 2,
        q4: `Best ${at}`,
      });
    const { text } = await desk.get('officer', `${base}/results`);
    expect(text).toContain('What people say is shown once, complete, from 4 December 2026');
    expect(text).not.toMatch(/11|Best/);
  });

  it('is not answered before anybody has read it', async () => {
    const { text, body } = await desk.get('officer', `${base}/results`);
    expect(text).toContain('Once you have read what people said, from 4 December 2026, say here what you changed');
    expect(body).not.toContain('name="changed"');
    const early = await desk.post('officer', `${base}/results`, { changed: 'We begin at ten.' });
    expect([early.status, early.text]).toEqual([409, expect.stringContaining('is shown from 4 December 2026')]);
    expect((await desk.getAs(given.people[0], '/feedback')).text).not.toContain('We begin at ten.');
  });

  it('is shown then in pools of five with a bar for each, and stays so', async () => {
    desk.clock.set('2026-12-04T09:00:00Z');
    const { text, body } = await desk.get('officer', `${base}/results`);
    expect(text).toMatch(
      /11 of 12 people who were asked answered\..*How good was it, all in all\? Answer People Very good 6 \(55%\) Good, neither good nor poor, poor or very poor 5 \(45%\)/,
    );
    expect(text).toContain('Can you now make one point in three minutes? How the answers divide is not shown');
    expect(body).toContain('induct-bar__done');
    expect(text.match(/Best \d+/g)!.toSorted()).toEqual(Array.from({ length: 11 }, (_, at) => `Best ${at}`).toSorted());
    expect((await desk.get('officer', `${base}/results`)).text).toBe(text);
  });

  it('is answered: whoever was there reads what was changed', async () => {
    const long = await desk.post('officer', `${base}/results`, { changed: 'x'.repeat(1001) });
    expect([long.status, long.text]).toEqual([400, expect.stringContaining('must be 1,000 characters or fewer')]);
    const { headers } = await desk.post('officer', `${base}/results`, {
      changed: 'We begin at ten.\r\nAnd end at one.',
    });
    expect(headers['location']).toBe(`${base}/results?done=said`);
    for (const person of [given.people[0], given.people[11]])
      expect((await desk.getAs(person, '/feedback')).text).toMatch(
        /You said, we changed We begin at ten\. And end at one\. Democratic Services, 4 December 2026/,
      );
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'feedback.answered', subject: given.sessionId });
  });
});

describe('evaluation', () => {
  const PAGE = '/admin/programme/evaluation';

  it.each(['member', 'tester', 'champion', 'administrator'] as const)('is not for a %s', async (role) => {
    for (const path of [PAGE, `${PAGE}.csv`, `${PAGE}.json`]) expect((await desk.get(role, path)).status).toBe(403);
  });

  it('says what is known at each level, and of which there is no data', async () => {
    expect((await desk.get('officer', `${PAGE}?from=2020-01&to=2020-02`)).text).toContain(
      'Nothing took place in these months',
    );
    for (const role of ['officer', 'auditor'] as const) {
      const { text, body } = await desk.get(role, PAGE);
      expect(text).toContain('January 2026 to December 2026');
      expect(text).toMatch(/Said so Said otherwise All in all: very good 6 5/);
      expect(text).toMatch(
        /Speaking in the chamber[^.]* 1 Very good: 6 of 11 Yes: 6 of 11 \(of 1 other question nothing can be shown\) No figures No figures Not stated yet/,
      );
      expect(text).toContain('What it contributed to a priority. Stated of 0 of 1 event');
      expect([role, body.includes('State what they contributed')]).toEqual([role, role === 'officer']);
    }
  });

  it('is stated by an officer, with the decision that agreed, or it is said why not', async () => {
    const slug = /events\/([^"/]+)\/evaluation/.exec((await desk.get('officer', PAGE)).body)![1]!;
    const form = `/admin/programme/events/${slug}/evaluation`;
    expect((await desk.get('auditor', form)).status).toBe(403);
    expect((await desk.get('officer', '/admin/programme/events/nothing/evaluation')).status).toBe(404);
    const missing = await desk.post('officer', form, {
      what: 'contribution',
      priority: 'Trust',
      minute: 'Panel, minute 14',
    });
    expect([missing.status, missing.text]).toEqual([400, expect.stringContaining('Enter what it contributed')]);
    expect(missing.text).toContain('Enter the day of the decision');
    expect(missing.body).toContain('value="Panel, minute 14"');
    const agreed = { 'agreed-day': '2', 'agreed-month': '12', 'agreed-year': '2026', minute: 'Panel, minute 14' };
    const stated = { what: 'contribution', priority: 'Trust', contribution: 'Speeches are shorter', ...agreed };
    expect((await desk.post('officer', form, stated)).headers['location']).toBe(PAGE);
    expect((await desk.get('auditor', PAGE)).text).toContain(
      'Trust: Speeches are shorter. Agreed on 2 December 2026: Panel, minute 14',
    );
    expect((await desk.get('officer', form)).body).toContain('Speeches are shorter</textarea>');
    await desk.post('officer', form, { ...stated, what: 'reason', reason: 'It was a trial' });
    expect((await desk.get('officer', PAGE)).text).toContain('Not evaluated: It was a trial');
    expect((await desk.audited()).at(-1)).toMatchObject({
      action: 'event.evaluated',
      detail: { reason: 'It was a trial' },
    });
  });

  it('is taken away as CSV and JSON, on record', async () => {
    expect((await desk.get('auditor', `${PAGE}.csv`)).body).toContain('Event,Series,Sessions,Feedback,');
    const { body } = await desk.get('officer', `${PAGE}.json`);
    expect(JSON.parse(body)).toMatchObject({
      rows: [{ sessions: 1, feedback: 'Very good: 6 of 11', series: 'Speaking so that people listen' }],
    });
    expect((await desk.audited()).at(-1)).toMatchObject({
      action: 'evaluation.exported',
      subject: '2026-01 to 2026-12',
    });
  });
});

describe('the questions', () => {
  const PAGE = '/admin/programme/questions';

  it('are changed by officers, in revisions: who was asked already keeps what they were asked', async () => {
    for (const role of ['member', 'auditor'] as const) expect((await desk.get(role, PAGE)).status).toBe(403);
    const page = await desk.get('officer', PAGE);
    expect(page.body).toContain('value="How good was it, all in all?"');
    const changed = {
      revision: '1',
      words1: 'How useful was it?',
      options1: 'Very\r\nA little\r\nNot at all',
      words2: 'What next?',
    };
    const wrong = await desk.post('officer', PAGE, { ...changed, options1: 'Very' });
    expect([wrong.status, wrong.text]).toEqual([400, expect.stringContaining('Enter 2 to 6 answers')]);
    expect(wrong.body).toContain('value="What next?"');
    for (let times = 0; times < 2; times++)
      expect((await desk.post('officer', PAGE, changed)).headers['location']).toBe(`${PAGE}?done=changed`);
    const overtaken = await desk.post('officer', PAGE, { ...changed, words2: 'And then?' });
    expect([overtaken.status, overtaken.text]).toEqual([
      400,
      expect.stringContaining('Somebody has changed the questions'),
    ]);
    const revisions = await desk.database.source.query<object[]>('select distinct revision from question order by 1');
    expect(revisions).toEqual([{ revision: 1 }, { revision: 2 }]);
    expect((await desk.get('officer', `${base}/results`)).text).toContain('How good was it, all in all?');
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'questions.changed', subject: '2' });
  });
});
