import { Awards, Simulations } from '@induct/accreditation';
import { Programme, Registers } from '@induct/events';
import { anEvent, aPlan } from '../../../../../test/support/given-programme';
import { Desk } from '../../../../../test/support/given-desk';

const at = '2026-11-22T14:32:00Z';

let desk: Desk;
let second: string;
beforeAll(async () => {
  desk = await Desk.open();
  const { given } = desk;
  second = await given.aPerson({ name: 'Second Officer', roles: ['officer'] });
  const [conduct, planning] = [
    await given.aModule({ title: 'The code of conduct', core: true }),
    await given.aModule({ title: 'Planning for committees' }),
  ];
  const done = { at, completion: 'completed', success: 'passed', done: true, score: 90 } as const;
  for (const name of ['Amara Whitfield', 'Bernard Osei']) {
    const member = await given.aPerson({ name });
    await given.aResult(member, conduct, done);
    if (name.startsWith('A')) await given.aResult(member, planning, done);
  }
  await desk.app.get(Awards, { strict: false }).considerOverdue();
});
afterAll(() => desk.close());

const officer = () => desk.who('officer');
const post = async (url: string, form: Record<string, string>) => desk.postAs(await officer(), url, form);
const workedOut = async () => {
  while (await desk.app.get(Simulations, { strict: false }).workOutNext());
};
const idOf = async (page: string, text: string) => new RegExp(`<option value="([^"]+)"[^>]*>${text}<`).exec(page)![1]!;

const terms = {
  'from-day': '1',
  'from-month': '1',
  'from-year': '2027',
  ends: 'months',
  months: '12',
  opens: '2',
  grace: '30',
  holders: 'keep',
};

describe('the pages about schemes', () => {
  it('show what is in effect, in words, which are enough for one part alone', async () => {
    const { text } = await desk.get('officer', '/admin/schemes');
    expect(text).toContain('Core skills In effect Edition 1 Asks for every core skill. 2 people have it today.');
    const scheme = await desk.get('officer', '/admin/schemes/core-skills');
    expect(scheme.text).toContain('An award lasts 48 months');
    expect(scheme.body).not.toContain('<svg class="desk-rule"');
    expect((await desk.get('officer', '/admin/schemes/nothing')).status).toBe(404);
    const none = await desk.get('officer', '/admin/schemes/core-skills/draft');
    expect([none.status, none.text]).toEqual([409, expect.stringContaining('Go to “Schemes” Go to the home page')]);
  });

  it('are for officers', async () => {
    for (const role of ['member', 'administrator', 'champion', 'auditor'] as const)
      expect((await desk.get(role, '/admin/schemes')).status).toBe(403);
  });

  it('begin a scheme, under a name of its own', async () => {
    expect((await post('/admin/schemes/new', { name: ' ' })).text).toContain('Enter what the scheme is called');
    expect((await post('/admin/schemes/new', { name: 'core skills' })).text).toContain('Another scheme is called so');
    const unprintable = await post('/admin/schemes/new', { name: 'Planning 🎓' });
    expect([unprintable.status, unprintable.text]).toEqual([
      400,
      expect.stringContaining('Certificates cannot print 🎓'),
    ]);
    const begun = await post('/admin/schemes/new', { name: ' Planning\u202e ' });
    expect(begun.headers['location']).toBe('/admin/schemes/planning/draft');
  });

  it('draft it line by line, by buttons, and lose nothing that was typed', async () => {
    const { body } = await desk.get('officer', '/admin/schemes/planning/draft');
    const [core, module] = [await idOf(body, 'Core skills'), await idOf(body, 'Planning for committees')];
    expect([core, module]).toEqual([expect.stringMatching(/^award:/), expect.stringMatching(/^module:/)]);
    const typed = { ...terms, months: 'a year', 'line-0-what': 'n', 'line-0-depth': '0', 'line-0-count': '2' };
    const added = await post('/admin/schemes/planning/draft', { ...typed, press: 'add-0' });
    expect(added.status).toBe(200);
    expect(added.body).toContain('name="line-1-depth" value="1"');
    expect(added.body).toContain('value="a year"');
    const three = { ...typed, 'line-1-what': core, 'line-1-depth': '1', 'line-1-count': '' };
    const wrong = await post('/admin/schemes/planning/draft', { ...three, press: 'save' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('How long an award lasts must be a whole number');
    const asLong = await post('/admin/schemes/planning/draft', { ...three, months: '12', opens: '12', press: 'save' });
    expect(asLong.text).toContain('Renewing must open after the award is made: enter fewer months than');
    const few = await post('/admin/schemes/planning/draft', { ...three, months: '12', press: 'save' });
    expect(few.text).toContain('Say how many of the lines below are enough: 1 to 1');
    const forged = { ...three, months: '12', 'line-1-what': 'need:x', press: 'save' };
    expect((await post('/admin/schemes/planning/draft', forged)).text).toContain('Choose it again');
    const both = { ...three, months: '12', 'line-2-what': module, 'line-2-depth': '1', 'line-2-count': '' };
    const seenIn = (page: string) => /name="seen" value="([0-9a-f]+)"/.exec(page)![1]!;
    const [seen, draft] = [seenIn(body), '/admin/schemes/planning/draft'];
    const saved = await post(draft, { ...both, seen, press: 'save' });
    expect(saved.headers['location']).toBe('/admin/schemes/planning/effects');
    // Another officer had opened it before.
    const mine = { ...both, months: '36', seen, press: 'save' };
    const late = await post(draft, mine);
    expect([late.status, late.text]).toEqual([400, expect.stringContaining('Somebody else has saved this draft')]);
    expect(late.body).toContain('value="36"');
    expect((await desk.get('officer', draft)).body).toContain('name="months" type="text" value="12"');
    const again = await post(draft, { ...mine, seen: seenIn(late.body) });
    expect(again.headers['location']).toBe('/admin/schemes/planning/effects');
    expect((await post(draft, { ...both, press: 'save' })).status).toBe(303);
  });

  it('work out what would change, propose it, and let a second person adopt it', async () => {
    const effects = '/admin/schemes/planning/effects';
    expect((await desk.get('officer', effects)).text).toContain('Work out what would change');
    await post(`${effects}/work-out`, {});
    expect((await desk.get('officer', effects)).text).toContain('The worker begins in a moment');
    expect(JSON.parse((await desk.get('officer', `${effects}/progress`, 'application/json')).body)).toMatchObject({
      running: true,
    });
    await workedOut();
    const { body, text } = await desk.get('officer', effects);
    expect(text).toContain('Amara Whitfield Gains it Gains the award, valid until 1 January 2028.');
    expect(text).not.toContain('Bernard Osei');
    const simulation = /name="simulation" value="([^"]+)"/.exec(body)![1]!;
    expect((await post(`${effects}/propose`, { simulation })).status).toBe(303);
    const own = await desk.get('officer', effects);
    expect(own.text).toContain('You proposed this version, so another officer adopts it: Second Officer.');
    expect(own.body).not.toContain('value="adopt"');
    expect((await desk.getAs(second, effects)).body).toContain('value="adopt"');
    expect((await post(`${effects}/decide`, { simulation })).text).toContain('Select what you decide');
    expect((await post(`${effects}/decide`, { simulation, decision: 'back' })).text).toContain('Say why');
    expect((await post(`${effects}/decide`, { simulation, decision: 'adopt' })).text).toContain(
      'Somebody else has to agree',
    );
    const adopted = await desk.postAs(second, `${effects}/decide`, { simulation, decision: 'adopt' });
    expect(adopted.headers['location']).toBe('/admin/schemes/planning?done=adopted');
    const scheme = await desk.get('officer', '/admin/schemes/planning?done=adopted');
    expect(scheme.text).toContain('Adopted by Second Officer');
    expect(scheme.text).toContain('Asks for both the award “Core skills” and “Planning for committees”.');
    expect(scheme.body).toContain('<svg class="desk-rule"');
    expect(scheme.text).toContain('The same as a table');
    const of = `?of=${simulation}`;
    expect((await desk.get('officer', `${effects}${of}`)).text).toContain('What changed on 1 January 2027');
    const csv = (await desk.get('officer', `${effects}.csv${of}`)).body;
    expect(csv).toContain('Amara Whitfield,Gains it,"Gains the award, valid until 1 January 2028.",Yes');
    const json = JSON.parse((await desk.get('officer', `${effects}.json${of}`, 'application/json')).body) as unknown;
    expect(JSON.stringify(json)).toContain('Amara Whitfield');
  });

  it('ask for steps in their order: a module, then events, which members see numbered', async () => {
    const { given, app } = desk;
    const [programme, registers] = [Programme, Registers].map((one) => app.get(one as never, { strict: false })) as [
      Programme,
      Registers,
    ];
    const module = await given.aModule({ title: 'Zoning' });
    const by = await officer();
    const sessions: string[] = [];
    for (const [title, on] of [
      ['Zoning, the walk', '2026-11-10'],
      ['A talk on zoning', '2027-01-12'],
    ] as const) {
      const eventId = await programme.addEvent(anEvent(title), by);
      const parts = [{ on, from: '09:30', to: '13:00', topics: [] }];
      sessions.push(await programme.addSession(aPlan(eventId, { parts }), 'confirmed', by));
    }
    await post('/admin/schemes/new', { name: 'Zones' });
    const page = '/admin/schemes/zones/draft';
    const { body } = await desk.get('officer', page);
    const [walk, talk] = [await idOf(body, 'Zoning, the walk'), await idOf(body, 'A talk on zoning')];
    expect([walk, talk]).toEqual(['event:zoning-the-walk', 'event:a-talk-on-zoning']);
    const lines = ['path', `module:${module.id}`, walk, talk].flatMap((what, nth) => [
      [`line-${nth}-what`, what],
      [`line-${nth}-count`, ''],
      [`line-${nth}-depth`, nth === 0 ? '0' : '1'],
    ]);
    const now = { 'from-day': '22', 'from-month': '11', 'from-year': '2026' };
    const draft = { ...terms, ...now, ...(Object.fromEntries(lines) as Record<string, string>), press: 'save' };
    expect((await post(page, draft)).headers['location']).toBe('/admin/schemes/zones/effects');
    const kept = (await desk.get('officer', page)).body;
    expect(kept).not.toContain('value="event:zoning-the-walk"');
    // Another officer had chosen the same before it was saved: whatever they press, their lines stay theirs.
    const need = /value="(need:[^"]+)" selected>Zoning, the walk</.exec(kept)![1]!;
    for (const press of ['add-3', 'save']) {
      const late = await desk.postAs(second, page, { ...draft, seen: 'of-before', months: '36', press });
      expect(late.status).toBe(press === 'save' ? 400 : 200);
      expect(late.body).toContain(`value="${need}" selected>Zoning, the walk`);
      expect(late.body).toContain('selected>A talk on zoning');
      expect(late.text).not.toContain('Choose it again');
    }
    expect((await desk.postAs(second, page, draft)).headers['location']).toBe('/admin/schemes/zones/effects');
    const lost = { ...draft, 'line-2-what': 'event:never-there' };
    const again = await desk.postAs(second, page, lost);
    expect([again.status, again.text]).toEqual([400, expect.stringContaining('Choose it again')]);
    expect(again.body).toContain('<option value="event:never-there" selected>What was chosen cannot be asked for');
    await post('/admin/schemes/zones/effects/work-out', {});
    await workedOut();
    const effects = (await desk.get('officer', '/admin/schemes/zones/effects')).body;
    const simulation = /name="simulation" value="([^"]+)"/.exec(effects)![1]!;
    await post('/admin/schemes/zones/effects/propose', { simulation });
    await desk.postAs(second, '/admin/schemes/zones/effects/decide', { simulation, decision: 'adopt' });
    expect((await desk.get('officer', '/admin/schemes/zones')).text).toContain(
      'Asks for “Zoning”, then “Zoning, the walk”, then “A talk on zoning”.',
    );
    const member = await given.aPerson({ name: 'Cara Cole' });
    await registers.mark(sessions[0]!, [{ personId: member, part: 1, value: 'present' }], { by, how: 'register' });
    const { text } = await desk.getAs(member, '/standing');
    expect(text).toContain('Zones, step by step 1 of 3 steps done. Next: Zoning. They are meant in this order');
    expect(text).toMatch(/Step 1 of 3: this is next Zoning .* Step 2 of 3 Zoning, the walk Met .* Step 3 of 3 A talk/);
    expect(text).toContain('Come to: A talk on zoning , Tuesday 12 January 2027');
    expect((await desk.getAs(await given.aPerson({ name: 'Dan Dale' }), '/standing')).text).toMatch(
      /Step 2 of 3 Zoning, the walk Not met yet No date is planned now: .* Step 3 of 3/,
    );
    expect((await desk.getAs(member, '/modules/zoning')).text).toContain('Step 1 of 3 of Zones.');
    expect((await desk.getAs(member, '/programme/a-talk-on-zoning')).text).toContain(
      'Step 3 of 3 of Zones. Step 1 comes before it; this one counts also when you take it first.',
    );
    expect((await desk.get('officer', '/programme/a-talk-on-zoning')).text).toContain('Step 3 of 3 of Zones.');
  });

  it('adopt nothing when something came in between, and show who moved', async () => {
    const effects = '/admin/schemes/core-skills/effects';
    await post('/admin/schemes/core-skills/versions', {});
    const lines = { 'line-0-what': 'core', 'line-0-depth': '0', 'line-0-count': '' };
    await post('/admin/schemes/core-skills/draft', { ...terms, ...lines, months: '24', press: 'save' });
    await post(`${effects}/work-out`, {});
    await workedOut();
    const simulation = /name="simulation" value="([^"]+)"/.exec((await desk.get('officer', effects)).body)![1]!;
    await post(`${effects}/propose`, { simulation });
    await desk.database.source.query(
      `update award set valid_until = '2029-01-01' where person_id in (select id from person where name = 'Bernard Osei')`,
    );
    const moved = await desk.postAs(second, `${effects}/decide`, { simulation, decision: 'adopt' });
    expect(moved.headers['location']).toBe(`${effects}?done=moved&only=moved`);
    const { text } = await desk.get('officer', `${effects}?done=moved&only=moved`);
    expect(text).toContain('Nothing was adopted: something came in between, and for 1 person it is now other');
    expect(text).toContain('Bernard Osei Keeps it Keeps the award, valid until 1 January 2029. Before: Keeps it.');
    const latest = /name="simulation" value="([^"]+)"/.exec((await desk.get('officer', effects)).body)![1]!;
    const back = await desk.postAs(second, `${effects}/decide`, {
      simulation: latest,
      decision: 'back',
      words: 'Not now',
    });
    expect(back.headers['location']).toBe('/admin/schemes/core-skills?done=sent-back');
    await post('/admin/schemes/core-skills/draft/discard', {});
    expect((await desk.get('officer', '/admin/schemes/core-skills')).text).toContain('Draft a new version');
  });
});
