import { Editions } from '@induct/handbook';
import { Desk } from '../../../../../test/support/given-desk';

const DESK = '/admin/handbook';
const CHAPTER = {
  title: 'Who is who',
  body: 'The people you meet.',
  bodyCy: '',
  titleCy: '',
  position: '10',
  seen: '0',
};
let desk: Desk;
let [ann, bob] = ['', ''];
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const publish = async (number: number, at: string) => {
  const officer = await desk.who('officer');
  await of(Editions).draft({ number, title: 'Autumn 2026' }, officer);
  await of(Editions).plan(number, { title: 'Autumn 2026', publishAt: new Date(at) }, officer);
  desk.clock.set(at);
  expect(await of(Editions).publishDue()).toBe(number);
};

beforeAll(async () => {
  desk = await Desk.open();
  desk.clock.set('2026-10-01T09:00:00Z');
  ann = await desk.given.aPerson({ name: 'Ann Baker', district: 'Kelderby' });
  bob = await desk.given.aPerson({ name: 'Bob Cole', district: 'Dunsey' });
});
afterAll(() => desk?.close());

it('says that there is nothing, to members and at the desk', async () => {
  expect((await desk.getAs(ann, '/handbook')).text).toContain('No edition is out yet. Ask Democratic Services');
  expect((await desk.get('officer', DESK)).text).toContain('Nothing is written yet. Begin with a chapter');
});

it('is written chapter by chapter; what waits for the edition is not read before it', async () => {
  const chapter = await desk.post('officer', `${DESK}/new?kind=chapter`, { ...CHAPTER, when: 'edition' });
  expect([chapter.status, chapter.headers['location']]).toEqual([303, `${DESK}/who-is-who?done=added`]);
  const text = { ...CHAPTER, title: 'Your officers', body: '## Democratic Services\n\nThey *help*.', when: 'edition' };
  const section = await desk.post('officer', `${DESK}/new?kind=section&in=who-is-who`, text);
  expect(section.headers['location']).toBe(`${DESK}/your-officers?done=added`);
  expect((await desk.getAs(ann, '/handbook')).text).not.toContain('Your officers');
  expect((await desk.getAs(ann, '/handbook/your-officers')).status).toBe(404);
  expect((await desk.get('officer', `${DESK}/your-officers/edit`)).text).toContain('waits for the next edition');
  expect((await desk.get('officer', `${DESK}/preview`)).body).toContain('They <em>help</em>.');
  await publish(1, '2026-10-02T09:00:00Z');
  const { text: contents } = await desk.getAs(ann, '/handbook');
  expect(contents).toMatch(/Edition 1, Autumn 2026, published on 2 October 2026.*Who is who.*Your officers/);
  expect((await desk.getAs(ann, '/handbook/your-officers')).body).toContain('<h2 class="govuk-heading-m">Democratic');
});

it('keeps what was typed when something is missing, and shows it before it is saved', async () => {
  const typed = { ...CHAPTER, title: '', body: 'All that I typed', position: 'x' };
  const wrong = await desk.post('officer', `${DESK}/your-officers`, { ...typed, seen: '1' });
  expect([wrong.status, wrong.text]).toEqual([400, expect.stringMatching(/Enter what it is called.*All that I typed/)]);
  expect(wrong.body).toMatch(/href="#title".*href="#position".*href="#when"/s);
  const right = { ...typed, title: 'Your officers', position: '10', when: 'now', seen: '1' };
  const preview = await desk.post('officer', `${DESK}/your-officers`, { ...right, act: 'preview' });
  expect([preview.status, preview.text]).toEqual([
    200,
    expect.stringContaining('not saved yet Your officers All that'),
  ]);
  expect((await desk.getAs(ann, '/handbook/your-officers')).text).not.toContain('All that I typed');
});

it('tells one district at once, and no other', async () => {
  desk.clock.set('2026-10-12T09:00:00Z');
  const sent = { body: 'Ask **Jo** in Kelderby.', bodyCy: '', seen: '0' };
  const { status, headers } = await desk.post('officer', `${DESK}/your-officers?district=Kelderby`, sent);
  expect([status, headers['location']]).toEqual([303, `${DESK}/your-officers?district=Kelderby&done=changed`]);
  const { text } = await desk.getAs(ann, '/handbook/your-officers');
  expect(text).toMatch(/Changed since edition 1, on 12 October 2026.*In Kelderby Ask Jo in Kelderby/);
  expect((await desk.getAs(bob, '/handbook/your-officers')).text).not.toMatch(/Jo|Changed since/);
  expect((await desk.getAs(bob, '/handbook/your-officers?district=Kelderby')).text).toContain('Ask Jo in Kelderby');
  expect((await desk.getAs(ann, '/handbook')).text).toMatch(/For Kelderby Your officers Changed on 12 October 2026/);
  expect((await desk.post('officer', `${DESK}/your-officers?district=Nowhere`, sent)).status).toBe(404);
  expect((await desk.post('officer', `${DESK}/who-is-who?district=Kelderby`, sent)).status).toBe(404);
});

it('shows both texts when two officers save at once, and loses neither', async () => {
  const other = await desk.given.aPerson({ name: 'Olga Other', roles: ['officer'] });
  const text = { ...CHAPTER, title: 'Your officers', when: 'now', seen: '1' };
  expect((await desk.postAs(other, `${DESK}/your-officers`, { ...text, body: 'Her own text' })).status).toBe(303);
  const late = await desk.post('officer', `${DESK}/your-officers`, { ...text, body: 'My other text' });
  expect(late.status).toBe(400);
  expect(late.text).toMatch(/Somebody else has saved this text.*Olga Other saved this.*Her own text.*My other text/);
  expect(late.body).toContain('name="seen" value="2"');
  expect((await desk.getAs(ann, '/handbook/your-officers')).text).toContain('Her own text');
  const merged = { ...text, seen: '2', body: 'Her own text and mine' };
  expect((await desk.post('officer', `${DESK}/your-officers`, merged)).status).toBe(303);
  const history = await desk.get('officer', `${DESK}/your-officers`);
  expect(history.text).toMatch(/Text 3 .*Olive Officer.*Text 2 .*Olga Other.*Text 1 /);
  expect((await desk.get('officer', `${DESK}/your-officers/edit?from=2`)).body).toContain('>Her own text</textarea>');
});

it('takes out, and shows again', async () => {
  const gone = await desk.post('officer', `${DESK}/your-officers/withdraw`, { when: 'now', seen: '3' });
  expect(gone.status).toBe(303);
  expect((await desk.getAs(ann, '/handbook/your-officers')).status).toBe(404);
  const back = { ...CHAPTER, title: 'Your officers', body: 'Back again', when: 'now', seen: '4' };
  expect((await desk.post('officer', `${DESK}/your-officers`, back)).status).toBe(303);
  expect((await desk.getAs(ann, '/handbook/your-officers')).text).toContain('Back again');
});

it('is moved to another chapter with the next edition; a draft of that is thrown away after a question', async () => {
  await desk.post('officer', `${DESK}/new?kind=chapter`, { ...CHAPTER, title: 'Where to ask', when: 'edition' });
  const page = await desk.get('officer', `${DESK}/your-officers/move`);
  expect(page.body).toMatch(/<option value="who-is-who" selected>/);
  const [, seen] = /name="seen" value="(\d+)"/.exec(page.body)!;
  const nowhere = await desk.post('officer', `${DESK}/your-officers/move`, { to: 'nothing', seen: seen! });
  expect([nowhere.status, nowhere.body.includes('href="#to">Choose one of the places')]).toEqual([400, true]);
  const stale = await desk.post('officer', `${DESK}/your-officers/move`, { to: 'where-to-ask', seen: '1' });
  expect([stale.status, stale.text]).toEqual([400, expect.stringContaining('Somebody else has saved this text')]);
  expect(stale.body).toMatch(/<option value="where-to-ask" selected>/);
  const { headers } = await desk.post('officer', `${DESK}/your-officers/move`, { to: 'where-to-ask', seen: seen! });
  expect(headers['location']).toBe(`${DESK}/your-officers?done=moved`);
  expect((await desk.getAs(ann, '/handbook')).text).not.toContain('Where to ask');
  expect((await desk.get('officer', `${DESK}/preview`)).text).toMatch(/Where to ask .*Your officers/);
  expect((await desk.get('officer', `${DESK}/who-is-who/move`)).status).toBe(404);
  // At once it would stand in a chapter that nobody reads yet, and so nowhere.
  const now = { ...CHAPTER, title: 'Your officers', body: 'Put right', when: 'now', seen: String(Number(seen) + 1) };
  const refused = await desk.post('officer', `${DESK}/your-officers`, now);
  expect([refused.status, refused.body.includes('href="#when">It moves with the next edition')]).toEqual([400, true]);
  expect(refused.body).toContain('Put right</textarea>');
  expect((await desk.getAs(ann, '/handbook/your-officers')).status).toBe(200);

  await desk.post('officer', `${DESK}/editions/new`, { number: '2', title: 'Too early' });
  expect((await desk.get('officer', `${DESK}/editions/2/throw-away`)).text).toContain('Throw away this draft?');
  const gone = await desk.post('officer', `${DESK}/editions/2/throw-away`, {});
  expect(gone.headers['location']).toBe(`${DESK}?done=thrown-away`);
  expect((await desk.get('officer', `${DESK}/editions/2`)).status).toBe(404);
  expect((await desk.post('officer', `${DESK}/editions/1/throw-away`, {})).status).toBe(409);
  expect((await desk.get('officer', `${DESK}/preview`)).text).toContain('Where to ask');
  await desk.post('officer', `${DESK}/your-officers/move`, { to: 'who-is-who', seen: now.seen });
  expect((await desk.audited()).map(({ action }) => action)).toContain('handbook.edition-thrown-away');
});

it('is read in Welsh where it is written in Welsh', async () => {
  const welsh = { ...CHAPTER, title: 'Your officers', titleCy: 'Eich swyddogion', bodyCy: 'Maen nhw’n helpu.' };
  await desk.post('officer', `${DESK}/your-officers`, { ...welsh, when: 'now', seen: '7' });
  expect((await desk.getAs(ann, '/handbook/your-officers')).text).toContain('Darllen yn Gymraeg');
  const { body } = await desk.getAs(ann, '/handbook/your-officers?language=cy');
  expect(body).toContain('<span lang="cy">Eich swyddogion</span>');
  expect(body).toContain('Maen nhw’n helpu.');
});

it('answers what no form of ours sends', async () => {
  for (const path of ['/nothing', '/new?kind=question', '/new?kind=x', '/new?kind=section&in=nothing'])
    expect([path, (await desk.post('officer', `${DESK}${path}`, { ...CHAPTER, when: 'now' })).status]).toEqual([
      path,
      404,
    ]);
  const odd = await desk.post('officer', `${DESK}/your-officers`, { title: ['a', 'b'], body: ['c', 'd'], seen: 'x' });
  expect(odd.status).toBe(400);
  expect((await desk.post('officer', `${DESK}/your-officers/withdraw`, {})).status).toBe(400);
  expect((await desk.get('officer', `${DESK}/your-officers/edit?from=99`)).status).toBe(404);
});

it.each(['member', 'tester', 'champion', 'administrator', 'auditor'] as const)(
  'lets a %s write nothing',
  async (role) => {
    for (const path of [DESK, `${DESK}/your-officers`, `${DESK}/your-officers/edit`, `${DESK}/preview`])
      expect([path, (await desk.get(role, path)).status]).toEqual([path, 403]);
    expect((await desk.post(role, `${DESK}/your-officers`, CHAPTER)).status).toBe(403);
  },
);

it.each(['administrator', 'auditor'] as const)('is not read by a %s', async (role) => {
  expect((await desk.get(role, '/handbook')).status).toBe(403);
});
