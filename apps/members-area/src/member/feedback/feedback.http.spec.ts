import { randomUUID } from 'node:crypto';
import { Desk } from '../../../../../test/support/given-desk';
import { givenFeedback } from '../../../../../test/support/given-feedback';

let desk: Desk;
let [session, page] = ['', ''];
let people: string[];
const ANSWER = { q1: '0', q2: '1', q3: '0', o1: '0', o2: '1' };

beforeAll(async () => {
  desk = await Desk.open();
  ({ sessionId: session, people } = await givenFeedback(desk));
  page = `/feedback/${session}`;
});
afterAll(() => desk?.close());

describe('feedback about a session', () => {
  it('is not there for anybody who was not', async () => {
    const other = await desk.who('member');
    for (const path of [page, `/feedback/${randomUUID()}`, '/feedback/nonsense']) {
      expect([path, (await desk.getAs(other, path)).status]).toEqual([path, 404]);
      expect((await desk.postAs(other, path, ANSWER)).status).toBe(404);
    }
    expect((await desk.get('officer', page)).status).toBe(404);
    expect((await desk.getAs(undefined, page)).status).toBe(303);
    expect((await desk.getAs(other, '/feedback')).text).toContain('You have not been asked yet');
  });

  it('asks at most six questions, and each planned outcome back', async () => {
    const { text, body } = await desk.getAs(people[0], `${page}?q1=1`);
    expect(text).toMatch(
      /How was it\? Speaking in the chamber.*until 3 December 2026.*Can you now make one point in three minutes\?/,
    );
    expect(body.match(/<fieldset/g)).toHaveLength(5);
    expect(body.match(/<textarea/g)).toHaveLength(3);
    // A link in a letter chooses, and nothing counts.
    expect(body).toMatch(/id="q1-2" name="q1" type="radio" value="1" checked/);
    const { rows } = (
      await desk.database.source.query<{ rows: number }[]>('select count(*)::int as rows from feedback_answer')
    )[0]!;
    expect(rows).toBe(0);
  });

  it('says what has no answer, and loses nothing that was typed', async () => {
    const { status, text, body } = await desk.postAs(people[0]!, page, { q1: '1', q4: 'The cases & the coffee' });
    expect(status).toBe(400);
    expect(text).toContain('Choose an answer to “Will it help you in your role?”');
    expect(body).toContain('href="#o1"');
    expect(body).toContain('The cases &amp; the coffee</textarea>');
    expect(body).toMatch(/name="q1" type="radio" value="1" checked/);
  });

  it('is taken once, and says so', async () => {
    for (let times = 0; times < 2; times++) {
      const { status, headers } = await desk.postAs(people[0]!, page, { ...ANSWER, q4: 'The cases' });
      expect([status, headers['location']]).toEqual([303, `${page}?done=answered`]);
    }
    expect((await desk.getAs(people[0], `${page}?done=answered`)).text).toContain('Thank you');
    expect((await desk.getAs(people[0], page)).text).toContain('You have answered');
    expect((await desk.getAs(people[1], `${page}?done=answered`)).text).toContain('Send your answer');
    expect((await desk.getAs(people[0], '/feedback')).text).toContain(
      'Right afterwards: You answered on 19 November 2026.',
    );
    expect((await desk.getAs(people[1], '/feedback')).text).toMatch(
      /To answer Speaking in the chamber.*18 November 2026\. Until 3 December 2026/,
    );
  });

  it('gives back what was typed when it is too late', async () => {
    desk.clock.set('2026-12-04T00:01:00Z');
    const { status, text, body } = await desk.postAs(people[1]!, page, { ...ANSWER, q5: 'Begin at ten' });
    expect([status, text]).toEqual([400, expect.stringContaining('Answers were taken until 3 December 2026')]);
    expect(body).toContain('Begin at ten</textarea>');
    expect((await desk.getAs(people[1], page)).text).toContain('Answers were taken until 3 December 2026.');
  });
});
