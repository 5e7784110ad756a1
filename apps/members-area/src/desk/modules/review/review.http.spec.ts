import { CouncilWordsOf, LocalFacts } from '@induct/course';
import { DECLARED, declares } from '../../../../../../test/support/declared';
import { Desk } from '../../../../../../test/support/given-desk';

const PAGE = '/admin/modules/fraud/review';
const OWN = '/admin/modules/fraud/paragraphs';

let desk: Desk;
let versionId: string;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

const words = async () => (await desk.app.get(CouncilWordsOf, { strict: false }).version(versionId))!;

it('says that nothing is to be reviewed where no module asks for it', async () => {
  expect((await desk.get('officer', '/admin/reviews')).text).toContain('No module says what is to be reviewed');
});

describe('with a module that asks for a review', () => {
  beforeAll(async () => {
    const { id } = await desk.given.aModule({ title: 'Counter-fraud', slug: 'fraud' });
    versionId = await declares(desk.database.source, id);
    await desk.given.aModule({ title: 'Golf', slug: 'golf' });
  });

  it('lists it by its date, and how far it is', async () => {
    const { text } = await desk.get('officer', '/admin/reviews');
    expect(text).toMatch(/Counter-fraud In time 31 May 2027 0 of 2/);
    expect(text).not.toContain('Golf');
    expect((await desk.get('officer', '/admin/modules/golf/review')).text).toContain(
      'does not say what is to be reviewed',
    );
  });

  it('asks what was looked at, and confirms that in the officer’s name', async () => {
    const none = await desk.post('officer', PAGE, {});
    expect([none.status, none.text]).toEqual([400, expect.stringContaining('Select what you have looked at')]);
    const { status, headers } = await desk.post('officer', PAGE, { items: 'sum' });
    expect([status, headers.location]).toEqual([303, `${PAGE}?done=confirmed`]);
    const { text } = await desk.get('officer', String(headers.location));
    expect(text).toMatch(/Confirmed, in your name\./);
    expect(text).toMatch(/The sum is £50\. Confirmed by Olive Officer on \d/);
    expect(text).toContain('What learners read of it Nothing, until everything below is confirmed');
    expect(text).toContain('A Bill would change it.');
    expect((await words()).checked).toBeUndefined();
    expect((await desk.get('member', '/modules/fraud')).text).not.toContain('Checked for');
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'course_review.confirmed' });
  });

  it('keeps what has changed, and leads to a new version', async () => {
    const missing = await desk.post('officer', `${PAGE}/who`, { words: ' ' });
    expect([missing.status, missing.text]).toEqual([400, expect.stringContaining('Enter what has changed')]);
    const { headers } = await desk.post('officer', `${PAGE}/who`, { words: 'A shared team, since May.' });
    const { text, body } = await desk.get('officer', String(headers.location));
    expect(text).toMatch(/Has changed, said Olive Officer on .+: A shared team, since May\./);
    expect(body).toContain('href="/admin/uploads/new?module=fraud"');
    expect((await desk.get('officer', '/admin/reviews')).text).toContain('1 has changed');
    // Where it is written here, its draft is opened.
    const { id } = (await desk.database.source.query("select id from course where slug = 'fraud'"))[0];
    const begun = await desk.post('officer', '/admin/drafts', { from: 'starter', module: id, title: 'Counter-fraud' });
    const draft = String(begun.headers.location).split('?')[0];
    expect((await desk.get('officer', `${PAGE}?done=changed`)).body).toContain(`href="${draft}"`);
    await desk.post('officer', `${draft}/remove`, {});
    expect((await desk.get('officer', `${PAGE}?done=changed`)).body).toContain(
      'href="/admin/uploads/new?module=fraud"',
    );
  });

  it('tells learners who has checked it, when everything is confirmed', async () => {
    // From a page that was opened before somebody said that something has changed.
    const late = await desk.post('officer', PAGE, { items: ['who', 'sum'], seen: '1' });
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('read what they wrote, and tick again')]);
    const [, seen] = /name="seen" value="(\d+)"/.exec(late.body)!;
    await desk.post('officer', PAGE, { items: ['who', 'sum'], seen: seen! });
    expect((await words()).checked).toMatch(/^Checked for .+ by Olive Officer on \d/);
    expect((await desk.get('member', '/modules/fraud')).text).toMatch(/Checked for \S.+ by Olive Officer on \d/);
    expect((await desk.get('officer', PAGE)).text).toMatch(/What learners read of it Checked for .+ by Olive Officer/);
  });

  it('keeps the name and the day when a fact changes afterwards, says so, and asks for that fact alone', async () => {
    const facts = desk.app.get(LocalFacts, { strict: false });
    desk.clock.advance(3_600_000);
    await facts.say('fraud_line', { words: '01632 960 555', seen: undefined }, await desk.who('officer'));
    const since = /^Checked for .+ by Olive Officer on .+\. What the council says here itself has changed since, on \d/;
    expect((await words()).checked).toMatch(since);
    expect((await desk.get('member', '/modules/fraud')).text).toContain(
      'What the council says here itself has changed',
    );
    expect((await desk.get('officer', '/admin/reviews')).text).toContain('1 local text changed since');
    const { text, body } = await desk.get('officer', PAGE);
    expect(text).toMatch(
      /Fraud line: 01632\s960\s555 Changed by Olive Officer on .+, after the module was checked\. See the fact/,
    );
    const [, item] = /value="(fact:\d+)"/.exec(body)!;
    await facts.say('fraud_line', { words: '01632 960 556', seen: item!.slice(5) }, await desk.who('officer'));
    const late = await desk.post('officer', PAGE, { items: item! });
    expect([late.status, late.text]).toEqual([
      400,
      expect.stringContaining('Somebody else has changed one of these since'),
    ]);
    const [, newer] = /value="(fact:\d+)"/.exec(late.body)!;
    expect((await desk.post('officer', PAGE, { items: newer! })).status).toBe(303);
    expect((await words()).checked).toMatch(/^Checked for .+ by Olive Officer on \d{1,2} \w+ \d{4}$/);
    expect((await desk.get('officer', PAGE)).text).toContain('Everything is confirmed');
  });

  it('is overdue when its day has passed, says so on the overview, and gets another day', async () => {
    const overdue = '1 module is overdue for review';
    expect((await desk.get('officer', '/admin')).text).not.toContain(overdue);
    await desk.database.source.query('update course_version set declared = $2 where id = $1', [
      versionId,
      JSON.stringify({ ...DECLARED, reviewBy: '2026-01-31' }),
    ]);
    expect((await desk.get('officer', '/admin')).text).toContain(overdue);
    expect((await desk.get('tester', '/testing')).text).toMatch(/Counter-fraud.+was to be reviewed by 31 January 2026/);
    const at = { 'by-day': '30', 'by-month': '6', 'by-year': '2020' };
    const past = await desk.post('officer', `${PAGE}-date`, at);
    expect([past.status, past.text]).toEqual([400, expect.stringContaining('The day must be in the future')]);
    const { headers } = await desk.post('officer', `${PAGE}-date`, { ...at, 'by-year': '2028' });
    expect((await desk.get('officer', String(headers.location))).text).toMatch(
      /Review it by 30 June 2028 In time Set by Olive Officer/,
    );
    expect((await desk.get('officer', '/admin')).text).not.toContain(overdue);
  });

  it('takes a paragraph of the council’s own after a screen, and takes it away', async () => {
    expect((await desk.get('officer', OWN)).text).toContain('Gifts and hospitality Nothing of your own');
    const missing = await desk.post('officer', `${OWN}/gifts`, { words: ' ', seen: '' });
    expect([missing.status, missing.text]).toEqual([400, expect.stringContaining('Enter what learners are to read')]);
    const saved = await desk.post('officer', `${OWN}/gifts`, { words: 'Ask <b>Ruth</b>.', seen: '' });
    expect((await desk.get('officer', String(saved.headers.location))).text).toContain('Ask &lt;b&gt;Ruth&lt;/b&gt;.');
    expect((await words()).paragraphs).toEqual({ gifts: ['Ask <b>Ruth</b>.'] });
    const late = await desk.post('officer', `${OWN}/gifts`, { words: 'Other', seen: '' });
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('Somebody else has changed this')]);
    const [, seen] = /name="seen" value="(\d+)"/.exec(late.body)!;
    await desk.post('officer', `${OWN}/gifts`, { words: 'Ask', seen: seen!, none: 'yes' });
    expect((await words()).paragraphs).toEqual({});
    expect((await desk.get('officer', '/admin/modules/golf/paragraphs')).text).toContain('has no place for paragraphs');
  });

  it.each([
    `${PAGE}/nothing`,
    `${PAGE}/bill`,
    `${OWN}/nowhere`,
    '/admin/modules/none/review',
    '/admin/modules/golf/review-date',
  ])('has nothing at %s', async (path) => {
    expect((await desk.get('officer', path)).status).toBe(404);
    expect((await desk.post('officer', path, { words: 'x', items: 'sum' })).status).toBe(404);
  });

  it.each(['member', 'tester', 'administrator', 'auditor'] as const)('refuses a %s', async (role) => {
    expect((await desk.get(role, OWN)).status).toBe(403);
    for (const path of [PAGE, `${PAGE}/sum`, `${PAGE}-date`, `${OWN}/gifts`]) {
      expect((await desk.get(role, path)).status).toBe(403);
      expect((await desk.post(role, path, { words: 'x' })).status).toBe(403);
    }
  });
});
