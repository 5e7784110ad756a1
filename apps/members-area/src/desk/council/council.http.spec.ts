import { randomUUID } from 'node:crypto';
import { Bodies, Elections, Memberships, Terms } from '@induct/people';
import { Desk } from '../../../../../test/support/given-desk';

let desk: Desk;
let planning: string;
let green: string;
let ann: string;
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const day = (field: string, typed: string) => {
  const [d, m, y] = typed.split(' ');
  return { [`${field}-day`]: d!, [`${field}-month`]: m!, [`${field}-year`]: y! };
};

beforeAll(async () => {
  desk = await Desk.open();
});
afterAll(() => desk?.close());

it('says where to begin while nothing is recorded', async () => {
  const { status, text } = await desk.get('officer', '/admin/council');
  expect(status).toBe(200);
  expect(text).toContain('Nothing is recorded of the council yet.');
});

describe('a council that is recorded', () => {
  beforeAll(async () => {
    const by = await desk.who('officer');
    ann = await desk.given.aPerson({ name: 'Ann Baker' });
    await desk.given.aPerson({ name: 'Bob Cole' });
    for (const name of ['Eve Same', 'Eve Same']) await desk.given.aPerson({ name });
    planning = await of(Bodies).add({ kind: 'committee', name: 'Planning Committee', from: '2017-05-08', by });
    green = await of(Bodies).add({ kind: 'group', name: 'Green Valleys', from: '2017-05-08', by });
    const electionId = await of(Elections).hold({
      kind: 'by_election',
      heldOn: '2024-02-29',
      division: 'Dunsey Town',
      by,
    });
    await of(Terms).elect({ personId: ann, electionId, division: 'Dunsey Town', by });
    await of(Memberships).join({ personId: ann, bodyId: green, capacity: 'member', from: '2024-03-04', by });
  });

  it('is shown as it is today and as it was on a day', async () => {
    const today = await desk.get('officer', '/admin/council');
    expect(today.text).toMatch(/Ann Baker Dunsey Town Green Valleys 4 March 2024 By-election/);
    const before = await desk.get('officer', '/admin/council?on=2024-03-03');
    expect(before.text).toContain('Nobody in office');
    expect((await desk.get('officer', '/admin/council?on=2024-03-04')).text).toContain('1 member in office');
  });

  it('knows a group by its colour, beside its name; renamed, it keeps both, its people and what it was called', async () => {
    const path = `/admin/council/bodies/${green}/change`;
    const send = (more: Record<string, string>) =>
      desk.post('officer', path, { name: 'Green Valleys', ...day('from', '8 5 2017'), ...more });
    const wrong = await send({ colour: 'greenish' });
    expect([wrong.status, wrong.body.includes('href="#colour">Enter the colour as #')]).toEqual([400, true]);
    expect(wrong.body).toContain('value="greenish"');
    expect((await send({ name: 'Green Hills', colour: '00843D' })).status).toBe(303);
    const mark = /fill="#00843d"><\/rect><\/svg> (?:<[^>]*>)?Green Hills/;
    for (const page of ['/admin/council', `/admin/council/bodies/${green}`, `/admin/members/${ann}`])
      expect([page, (await desk.get('officer', page)).body]).toEqual([page, expect.stringMatching(mark)]);
    const before = { name: 'Green Valleys', colour: null };
    const changed = (await desk.audited()).filter(({ action }) => action === 'body.changed');
    expect(changed.at(-1)).toMatchObject({
      detail: { before, after: { name: 'Green Hills', colour: '#00843d' } },
    });
    expect((await send({ colour: '' })).status).toBe(303);
    const again = await desk.get('officer', '/admin/council');
    expect(again.text).toContain('Ann Baker Dunsey Town Green Valleys');
    expect(again.body).not.toContain('induct-group-mark');
    // Nothing but a group has one.
    const committee = { name: 'Planning Committee', colour: '#00843d', ...day('from', '8 5 2017') };
    expect((await desk.post('officer', `/admin/council/bodies/${planning}/change`, committee)).status).toBe(303);
    expect((await desk.get('officer', `/admin/council/bodies/${planning}`)).body).not.toContain('induct-group-mark');
  });

  it.each(['2024-02-30', 'tomorrow', '0000-00-00', '2024-02-29x'])('says that %s is no day', async (on) => {
    for (const path of ['/admin/council', `/admin/council/bodies/${planning}`]) {
      const { status, text } = await desk.get('officer', `${path}?on=${on}`);
      expect(status).toBe(200);
      expect(text).toContain('Enter a real day, like 2024-02-29');
    }
  });

  it.each(['member', 'tester', 'champion', 'auditor'] as const)(
    'is not shown to a %s, nor changed by one',
    async (role) => {
      for (const path of ['', `/bodies/${planning}`, '/bodies/new', `/bodies/${planning}/join`, '/elections']) {
        expect((await desk.get(role, `/admin/council${path}`)).status).toBe(403);
      }
      const sent = { who: 'Bob Cole', capacity: 'member', ...day('from', '1 6 2017') };
      expect((await desk.post(role, `/admin/council/bodies/${planning}/join`, sent)).status).toBe(403);
    },
  );

  it('takes a member who is typed, and keeps what was typed when it cannot be', async () => {
    const path = `/admin/council/bodies/${planning}/join`;
    const wrong = await desk.post('officer', path, { who: 'Nemo', capacity: 'member', ...day('from', '31 2 2017') });
    expect(wrong.status).toBe(400);
    expect(wrong.body).toContain('value="Nemo"');
    expect(wrong.text).toContain('The first day must be a real date');
    const nobody = await desk.post('officer', path, { who: 'Nemo', capacity: 'member', ...day('from', '1 6 2017') });
    expect(nobody.text).toContain('Nobody of that name or address');
    const several = await desk.post('officer', path, {
      who: 'Eve Same',
      capacity: 'member',
      ...day('from', '1 6 2017'),
    });
    expect(several.text).toContain('Choose who is meant');
    const [, person] = /name="person" type="radio" value="([\w-]+)"/.exec(several.body)!;
    const chosen = { who: 'Eve Same', person: person!, capacity: 'chair', ...day('from', '1 6 2017') };
    expect((await desk.post('officer', path, chosen)).headers['location']).toBe(
      `/admin/council/bodies/${planning}?done=joined`,
    );
    const again = await desk.post('officer', path, chosen);
    expect(again.text).toContain('They are on it already, since 1 June 2017');
  });

  it('asks before a membership ends, and names the seats of who leaves a group', async () => {
    const by = await desk.who('officer');
    await of(Memberships).join({ personId: ann, bodyId: planning, capacity: 'member', from: '2024-03-18', by });
    const page = await desk.get('officer', `/admin/council/bodies/${green}`);
    const [path] = /\/admin\/council\/memberships\/[\w-]+/.exec(page.body)!;
    const early = await desk.post('officer', `${path}/end`, day('last', '1 3 2024'));
    expect(early.text).toContain('The last day must be 4 March 2024 or later');
    const asked = await desk.post('officer', `${path}/end`, { ...day('last', '30 11 2026'), reason: 'Moved on' });
    expect(asked.status).toBe(200);
    expect(asked.text).toMatch(/They keep these seats.*Planning Committee/);
    expect(asked.text).not.toContain('champion');
    await desk.database.source.query(
      `insert into person_role (person_id, role, confirms_from) values ($1, 'champion', now())`,
      [ann],
    );
    const champion = await desk.post('officer', `${path}/end`, day('last', '30 11 2026'));
    expect(champion.text).toMatch(/from then on they no longer see who of Green \w+ has completed what/);
    expect((await desk.get('officer', `/admin/council/bodies/${green}/join`)).text).toContain('A champion sees who');
    expect((await desk.get('officer', `/admin/council/bodies/${planning}/join`)).text).not.toContain('A champion');
    expect((await desk.get('officer', `/admin/council/bodies/${green}`)).text).not.toContain('Last day');
    await desk.post('officer', `${path}/end`, { ...day('last', '30 11 2026'), reason: 'Moved on', confirmed: 'yes' });
    expect((await desk.get('officer', `/admin/council/bodies/${green}`)).text).toContain('Last day 30 November 2026');
  });

  it('shows what was said before, by whom and why it was put right', async () => {
    const page = await desk.get('officer', `/admin/council/bodies/${planning}?on=2024-04-01`);
    const [, path] = /Ann Baker<[^]*?(\/admin\/council\/memberships\/[\w-]+)/.exec(page.body)! as unknown as [
      string,
      string,
    ];
    const sent = { capacity: 'vice_chair', ...day('from', '20 3 2024') };
    const unsaid = await desk.post('administrator', `${path}/correct`, sent);
    expect(unsaid.text).toContain('Enter why it is put right');
    await desk.post('administrator', `${path}/correct`, { ...sent, reason: 'The minutes say so' });
    const { text } = await desk.get('officer', path);
    expect(text).toContain('Vice-chair, since 20 March 2024.');
    expect(text).toMatch(
      /Member, since 18 March 2024\. Recorded by Olive Officer .* Changed by Adam Administrator .* Reason: The minutes say so/,
    );
    expect((await desk.audited()).at(-1)).toMatchObject({ action: 'membership.corrected' });
  });

  it('takes a body and another rule from a day on', async () => {
    const sent = { kind: 'panel', name: 'Scrutiny Panel', substitutes: 'named', ...day('from', '8 5 2017') };
    const twice = await desk.post('officer', '/admin/council/bodies/new', { ...sent, name: 'planning committee' });
    expect(twice.text).toContain('There is one of this name at that time');
    const { headers } = await desk.post('officer', '/admin/council/bodies/new', sent);
    const path = String(headers['location']).replace(/\?.*/, '');
    const rule = { substitutes: 'group', ...day('from', '1 1 2020') };
    const asked = await desk.post('officer', `${path}/rule`, rule);
    expect([asked.status, asked.text]).toEqual([
      200,
      expect.stringMatching(
        /Anybody of the same political group stands in from 1 January 2020 on.*Named substitutes stand in/,
      ),
    ]);
    expect(asked.text).toContain('It holds from 1 January 2020');
    expect((await desk.get('officer', `${path}?on=2020-01-01`)).text).toContain('Named substitutes stand in.');
    const done = await desk.post('officer', `${path}/rule`, { ...rule, confirmed: 'yes' });
    expect([done.status, done.headers['location']]).toEqual([303, `${path}?on=2020-01-01&done=rule`]);
    expect((await desk.get('officer', `${path}?on=2019-12-31`)).text).toContain('Named substitutes stand in.');
    expect((await desk.get('officer', `${path}?on=2020-01-01`)).text).toContain('Anybody of the same political group');
    await desk.post('officer', `${path}/change`, { name: 'Scrutiny Commission', ...day('from', '8 5 2017') });
    expect((await desk.get('officer', path)).text).toContain('Scrutiny Commission');
  });

  it('takes an election, who was elected, and a term put right', async () => {
    const sent = { kind: 'ordinary', ...day('held', '4 5 2017') };
    const lacking = await desk.post('officer', '/admin/council/elections', { ...sent, kind: 'by_election' });
    expect(lacking.text).toContain('Enter the division that was filled');
    const path = String((await desk.post('officer', '/admin/council/elections', sent)).headers['location']).replace(
      /\?.*/,
      '',
    );
    const twice = await desk.post('officer', '/admin/council/elections', sent);
    expect(twice.text).toContain('This election is recorded already');
    expect((await desk.get('officer', `${path}/elect`)).text).toContain('The fourth day after the poll is 8 May 2017.');
    const elected = { who: 'Bob Cole', division: 'Dunsey Rural', ...day('from', '8 5 2017') };
    const early = await desk.post('officer', `${path}/elect`, { ...elected, ...day('from', '3 5 2017') });
    expect(early.text).toContain('Nobody takes office before the day of the poll');
    await desk.post('officer', `${path}/elect`, elected);
    const again = await desk.post('officer', `${path}/elect`, elected);
    expect(again.text).toContain('They are in office for Dunsey Rural, since 8 May 2017');
    const [term] = /\/admin\/council\/terms\/[\w-]+/.exec((await desk.get('officer', path)).body)!;
    const until = { ...elected, ...day('last', '9 5 2021') };
    expect((await desk.post('officer', `${term}/correct`, until)).text).toContain('Enter why it is put right');
    const by = await desk.who('officer');
    const { id: bob } = (
      await desk.database.source.query<{ id: string }[]>(`select id from person where name = 'Bob Cole'`)
    )[0]!;
    const [kept, ended] = await Promise.all(
      [planning, green].map((bodyId) =>
        of(Memberships).join({ personId: bob, bodyId, capacity: 'member', from: '2018-06-01', by }),
      ),
    );
    const asked = await desk.post('officer', `${term}/correct`, { ...until, reason: 'Stood down' });
    expect([asked.status, asked.text]).toEqual([
      200,
      expect.stringContaining('Bob Cole is in office until 9 May 2021'),
    ]);
    expect(asked.text).toMatch(
      /Which seats end with it\?.*Planning Committee.*Green.*Nothing is asked of them by a day/,
    );
    expect((await desk.get('officer', term)).text).toContain('Dunsey Rural, since 8 May 2017.');
    const other = randomUUID();
    const confirmed = { ...until, reason: 'Stood down', seat: [ended!, other], confirmed: 'yes' };
    expect((await desk.post('officer', `${term}/correct`, confirmed)).headers['location']).toBe(`${path}?done=ended`);
    expect((await desk.get('officer', `/admin/council/memberships/${ended}`)).text).toContain('to 9 May 2021');
    expect((await desk.get('officer', `/admin/council/memberships/${kept}`)).text).toContain('since 1 June 2018');
    expect((await desk.get('officer', term)).text).toContain('Dunsey Rural, from 8 May 2017 to 9 May 2021.');
    expect((await desk.get('officer', '/admin/council/elections')).text).toMatch(
      /By-election in Dunsey Town on 29 February 2024 1 Ordinary election on 4 May 2017 1/,
    );
  });

  it('stands on the page of each person, and on their own account', async () => {
    const page = await desk.get('officer', `/admin/people/${ann}`);
    expect(page.text).toContain('Dunsey Town (by-election), since 4 March 2024');
    const own = await desk.getAs(ann, '/account');
    expect(own.text).toMatch(/Your seats .*Planning Committee: Vice-chair, since 20 March 2024/);
    expect(own.body).not.toContain('/admin/council');
    expect((await desk.get('member', '/account')).text).not.toContain('Your seats');
  });

  it('leaves the group of somebody to what is recorded', async () => {
    const sent = { name: 'Ann Baker', email: 'ann@northmoor.example', group: 'Another' };
    const { status, text } = await desk.post('officer', `/admin/people/${ann}/correct`, sent);
    expect(status).toBe(400);
    expect(text).toContain('Their group comes from what is recorded of the council');
  });
});
