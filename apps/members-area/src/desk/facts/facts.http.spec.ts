import { CouncilWordsOf } from '@induct/course';
import { declares } from '../../../../../test/support/declared';
import { Desk } from '../../../../../test/support/given-desk';

const LIST = '/admin/facts';
const LINE = `${LIST}/fraud_line`;

let desk: Desk;
let versionId: string;
beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

const seenOn = (body: string) => /name="seen" value="(\d*)"/.exec(body)![1]!;
const seen = async () => seenOn((await desk.get('officer', LINE)).body);
const said = async () => (await desk.app.get(CouncilWordsOf, { strict: false }).version(versionId))!.facts.fraud_line;

it('says what to do when no module has a place for facts', async () => {
  expect((await desk.get('officer', LIST)).text).toContain('No module has a place for facts of the council yet');
});

describe('with a module that says facts', () => {
  beforeAll(async () => {
    const { id } = await desk.given.aModule({ title: 'Counter-fraud', slug: 'fraud' });
    versionId = await declares(desk.database.source, id);
  });

  it('lists them with what learners read, and finds one by its words', async () => {
    const { text } = await desk.get('officer', LIST);
    expect(text).toMatch(/Fraud line 01632\s960\s114 As\sit\scame 1 module/);
    const found = await desk.get('officer', `${LIST}?q=ring`);
    expect(found.text).toContain('Nothing fits');
    expect((await desk.get('officer', `${LIST}?q=960 114`)).text).toContain('Showing the only one');
  });

  it('shows every sentence as it would be read, and saves it when that was looked at', async () => {
    const first = await desk.post('officer', LINE, { words: '01632 960 999', seen: await seen() });
    expect([first.status, first.text]).toEqual([200, expect.stringContaining('Nothing is saved yet')]);
    expect(first.text).toMatch(/Gifts and hospitality: At .+, ring 01632\s960\s999 at any hour\./);
    expect(await said()).toBeUndefined();
    const back = await desk.post('officer', LINE, { words: '01632 960 999', seen: '', back: 'yes' });
    expect([back.status, back.body]).toEqual([200, expect.stringContaining('value="01632 960 999"')]);
    const { status, headers } = await desk.post('officer', LINE, {
      words: '01632 960 999',
      seen: seenOn(first.body),
      confirmed: 'yes',
    });
    expect([status, headers.location]).toEqual([303, `${LINE}?done=said`]);
    const { text } = await desk.get('officer', String(headers.location));
    expect(text).toContain('Saved: learners read it from the next time they open a module.');
    expect(text).toMatch(/Olive Officer, .+: “01632\s960\s999”/);
    expect(await said()).toBe('01632\u00a0960\u00a0999');
    expect((await desk.audited()).at(-1)).toMatchObject({
      action: 'local_fact.said',
      actor: await desk.who('officer'),
    });
  });

  it('says what is wrong with it at its field, and keeps what was typed', async () => {
    const { status, text, body } = await desk.post('officer', LINE, { words: 'ring <b>us', seen: await seen() });
    expect([status, text]).toEqual([400, expect.stringContaining('Enter a telephone number, like 01632 960 041')]);
    expect(body).toContain('value="ring &lt;b&gt;us"');
    expect(body).toContain('href="#words"');
  });

  it('says when somebody else was quicker, and takes it the second time', async () => {
    const mine = { words: '01632 960 300', seen: '', confirmed: 'yes' };
    const late = await desk.post('officer', LINE, mine);
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('Somebody else has changed this')]);
    expect(late.body).toContain('value="01632 960 300"');
    expect((await desk.post('officer', LINE, { ...mine, seen: seenOn(late.body) })).status).toBe(303);
  });

  it('leads back: to an earlier text, and to what the modules came with', async () => {
    const { body } = await desk.get('officer', LINE);
    const earlier = [...body.matchAll(/href="[^"]+\?version=(\d+)"/g)].map(([, id]) => id!);
    expect(earlier).toHaveLength(1);
    const again = await desk.get('officer', `${LINE}?version=${earlier[0]}`);
    expect(again.body).toContain('value="01632 960 999"');
    const check = await desk.post('officer', LINE, { own: 'yes', seen: await seen() });
    expect(check.text).toMatch(/ring 01632\s960\s114 at any hour/);
    await desk.post('officer', LINE, { own: 'yes', seen: await seen(), confirmed: 'yes' });
    expect(await said()).toBeUndefined();
    expect((await desk.get('officer', LINE)).text).toContain('back to what the modules came with');
  });

  it('knows no other', async () => {
    expect((await desk.get('officer', `${LIST}/nowhere`)).status).toBe(404);
    expect((await desk.post('officer', `${LIST}/nowhere`, { words: 'x' })).status).toBe(404);
    expect((await desk.post('officer', LINE, { words: 'a\u0000b', seen: '\u0000' })).status).toBe(400);
    const odd = { words: '01632 960 300', seen: "'", confirmed: 'yes' };
    expect((await desk.post('officer', LINE, odd)).status).toBe(400);
  });

  it.each(['member', 'tester', 'administrator', 'auditor'] as const)('refuses a %s', async (role) => {
    expect((await desk.get(role, LIST)).status).toBe(403);
    expect((await desk.post(role, LINE, { words: 'x' })).status).toBe(403);
  });
});
