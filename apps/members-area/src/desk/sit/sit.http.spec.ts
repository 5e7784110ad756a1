import { Bodies, Memberships } from '@induct/people';
import { BodyTrainings, StatutoryRegister } from '@induct/accreditation';
import { GivenCertificates } from '../../../../../test/support/given-certificates';
import { Desk } from '../../../../../test/support/given-desk';

let desk: Desk;
let officer: string;
let second: string;
let planning: string;
let requirement: string;
const people: Record<'ann' | 'bob' | 'cy', string> = { ann: '', bob: '', cy: '' };
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const day = (field: string, typed: string) => {
  const [d, m, y] = typed.split(' ');
  return { [`${field}-day`]: d!, [`${field}-month`]: m!, [`${field}-year`]: y! };
};
const sql = <Row = { id: string }>(text: string, given: unknown[] = []) =>
  desk.database.source.query<Row[]>(text, given);

/** Evidence that an officer accepted at a moment. */
async function shows(personId: string, given: { on: string; until: string | null; at: string }) {
  const [row] = await sql(
    `insert into evidence (id, person_id, requirement_id, kind, source, met_on, valid_until, accepted_by, recorded_at)
     values (gen_random_uuid(), $1, $2, 'outside_certificate', gen_random_uuid(), $3, $4, $5, $6) returning id`,
    [personId, requirement, given.on, given.until, officer, given.at],
  );
  return row!.id;
}

beforeAll(async () => {
  desk = await Desk.open();
  officer = await desk.who('officer');
  second = await desk.given.aPerson({ name: 'Sue Second', roles: ['officer'] });
  for (const [key, name] of [
    ['ann', 'Ann Baker'],
    ['bob', 'Bob Cole'],
    ['cy', 'Cy Drew'],
  ] as const)
    people[key] = await desk.given.aPerson({ name });
  requirement = (
    await sql(
      `insert into requirement (id, slug, title, core_during) values (gen_random_uuid(), 'planning', 'Planning decisions', '{}') returning id`,
    )
  )[0]!.id;
});
afterAll(() => desk?.close());

it('says what to do while no body is recorded', async () => {
  for (const path of ['/admin/sit', '/admin/sit/paper', '/admin/as-of', '/admin/register'])
    expect((await desk.get('officer', path)).status).toBe(200);
  expect((await desk.get('officer', '/admin/sit')).text).toContain('Record them under Council');
  expect((await desk.get('member', '/standing/may-i-sit')).text).toContain('You sit on no committee or panel');
  for (const path of ['/register/planning', '/register/planning.csv', '/register/planning.json'])
    expect((await desk.get(undefined, path)).status).toBe(404);
});

it.each(['member', 'tester', 'champion', 'auditor', 'administrator'] as const)('is not for a %s', async (role) => {
  for (const path of [
    '/admin/sit',
    '/admin/sit/paper',
    '/admin/sit.csv',
    '/admin/as-of',
    '/admin/as-of.json',
    '/admin/register',
    '/admin/register/edition',
  ])
    expect((await desk.get(role, path)).status).toBe(403);
  for (const path of ['edition', 'accreditation', 'asked'])
    expect((await desk.post(role, `/admin/register/${path}`, {})).status).toBe(403);
});

describe('a planning committee that asks for training', () => {
  beforeAll(async () => {
    desk.clock.set('2026-11-01T09:00:00Z');
    planning = await of(Bodies).add({
      kind: 'committee',
      name: 'Planning Committee',
      from: '2025-05-20',
      substitutes: 'named',
      by: officer,
    });
    await of(Memberships).joinAll([
      { personId: people.ann, bodyId: planning, capacity: 'chair', from: '2025-05-20', by: officer },
      { personId: people.bob, bodyId: planning, capacity: 'member', from: '2025-05-20', by: officer },
      { personId: people.cy, bodyId: planning, capacity: 'substitute', from: '2026-12-01', by: officer },
    ]);
    await shows(people.ann, { on: '2026-05-01', until: '2026-11-30', at: '2026-05-02T09:00:00Z' });
    desk.clock.set('2026-11-22T14:32:00Z');
  });

  it('is asked of it in a form, which keeps what was typed', async () => {
    const wrong = await desk.post('officer', '/admin/register/asked', {
      body: planning,
      what: '',
      ...day('from', '31 2 2026'),
    });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('Choose what it asks');
    expect(wrong.body).toContain(`value="${planning}" selected`);
    const sent = { body: planning, what: `requirement:${requirement}`, ...day('from', '1 1 2026') };
    for (const gone of [{ body: officer }, { what: `requirement:${officer}` }, { what: `scheme:${officer}` }]) {
      const { status, text } = await desk.post('officer', '/admin/register/asked', { ...sent, ...gone });
      expect([status, text]).toEqual([400, expect.stringContaining('what was chosen is not there any more')]);
    }
    desk.clock.set('2026-11-02T09:00:00Z');
    const first = await desk.post('officer', '/admin/register/asked', sent);
    expect([first.status, first.text]).toEqual([
      200,
      expect.stringMatching(
        /“Planning decisions” is asked from 1 January 2026 on.*2 people are asked.*1 has shown it for that day, 1 has not/,
      ),
    ]);
    expect(first.text).toMatch(
      /1 person may no longer sit on 2 November 2026.*Bob Cole Member Planning decisions: not shown/,
    );
    expect(await sql('select id from body_training')).toEqual([]);
    expect((await desk.post('officer', '/admin/register/asked', { ...sent, confirmed: 'yes' })).status).toBe(303);
    desk.clock.set('2026-11-22T14:32:00Z');
    expect((await desk.post('officer', '/admin/register/asked', sent)).text).toContain('asks for it already');
  });

  it('is told who may sit, why, and until when', async () => {
    const { text } = await desk.get('officer', '/admin/sit');
    expect(text).toContain('1 of the 2 people with a seat may sit, as recorded at 14:32');
    expect(text).toContain('Ann Baker Chair Yes Has shown Planning decisions 30 November 2026');
    expect(text).toContain('Bob Cole Member No Planning decisions: not shown –');
    expect(text).toContain('By the rule of that day nobody stands in');
    const later = await desk.get('officer', `/admin/sit?body=${planning}&on=2026-12-01`);
    expect(later.text).toContain('Planning decisions: ran out on 30 November 2026');
    expect(later.text).toContain('Cy Drew Named substitute No');
    expect(later.text).toContain('as recorded at 14:32 on 22 November 2026');
    const nonsense = await desk.get('officer', '/admin/sit?body=nonsense&on=2026-02-30');
    expect(nonsense.text).toContain('Enter a real day');
  });

  it('has it on one page of paper, with the reasons below, and on record', async () => {
    const { text } = await desk.get('officer', `/admin/sit/paper?body=${planning}&on=2026-12-01`);
    expect(text).toContain('Who may sit: Planning Committee');
    expect(text).toMatch(
      /Ann Baker Chair No a .*Bob Cole Member No b .*a Planning decisions: ran out on 30 November 2026\. b Planning decisions: not shown\./,
    );
    expect(
      await sql(`select detail->>'day' as id from audit_event where action = 'sitting.printed' and subject_id = $1`, [
        planning,
      ]),
    ).toEqual([{ id: '2026-12-01' }]);
  });

  it('has it as CSV and JSON', async () => {
    const csv = await desk.get('officer', `/admin/sit.csv?body=${planning}`, '*/*');
    expect(csv.body).toContain('Ann Baker,Chair,Yes,Has shown Planning decisions,2026-11-30');
    const json = JSON.parse((await desk.get('officer', `/admin/sit.json?body=${planning}`, '*/*')).body) as {
      rows: object[];
    };
    expect(json.rows).toContainEqual({
      name: 'Bob Cole',
      as: 'Member',
      maySit: 'No',
      why: 'Planning decisions: not shown',
      until: null,
    });
  });

  it('tells its members whether they may, and what to do', async () => {
    const bob = await desk.getAs(people.bob, '/standing/may-i-sit');
    expect(bob.text).toContain(
      'Planning Committee Not yet as a member of it You have not shown “Planning decisions” yet. See the ways to show it',
    );
    const ann = await desk.getAs(people.ann, '/standing/may-i-sit');
    expect(ann.text).toContain(
      'Planning Committee Yes as its chair, until 30 November 2026 You have shown: Planning decisions, to the end of 30 November 2026.',
    );
    const cy = await desk.getAs(people.cy, '/standing/may-i-sit');
    expect(cy.text).toContain('Your seat begins on 1 December 2026.');
    expect((await desk.getAs(people.cy, '/standing/may-i-sit?on=2026-12-01')).text).toContain(
      'Not yet as a named substitute',
    );
  });

  it('tells a day that is over as it was known then and as it is now', async () => {
    const path = `/admin/as-of?body=${planning}&on=2026-11-20`;
    expect((await desk.get('officer', path)).text).toContain('It is known now as it was then.');
    await shows(people.bob, { on: '2026-11-10', until: null, at: '2026-11-21T09:00:00Z' });
    const { text } = await desk.get('officer', path);
    expect(text).toContain('One person is known otherwise now.');
    expect(text).toContain(
      'Bob Cole Known otherwise now No Member. Planning decisions: not shown Yes Member. Has shown Planning decisions',
    );
    const csv = await desk.get('officer', path.replace('as-of', 'as-of.csv'), '*/*');
    expect(csv.body).toMatch(/Bob Cole,No,[^\r]*,Yes,[^\r]*,Yes\r/);
    expect((await desk.get('officer', '/admin/as-of?on=2026-11-23')).text).toContain('Enter a day that has begun');
  });
});

describe('the register', () => {
  const edition = (mode: string) => ({
    mode,
    bodies: planning,
    functions: 'Deciding applications',
    authority: 'The Authority',
    words: 'Ours.',
    ...day('from', '22 11 2026'),
  });
  const entered = async () =>
    /\/admin\/register\/waiting\/([0-9a-f-]{36})/.exec((await desk.get('officer', '/admin/register')).body)![1]!;

  it('is entered by one officer and confirmed by another', async () => {
    expect(
      (await desk.post('officer', '/admin/register/edition', { ...edition('voluntary'), bodies: '' })).text,
    ).toContain('Choose the bodies it is about');
    const gone = { reference: 'PTC/1', what: `scheme:${officer}`, ...day('from', '1 1 2026') };
    for (const [form, fields] of [
      ['edition', { ...edition('voluntary'), bodies: [planning, officer] }],
      ['accreditation', gone],
      ['accreditation', { ...gone, what: `outside_certificate:${officer}` }],
    ] as const) {
      const { status, text } = await desk.post('officer', `/admin/register/${form}`, fields);
      expect([status, text]).toEqual([400, expect.stringContaining('what was chosen is not there any more')]);
    }
    expect((await desk.post('officer', '/admin/register/edition', edition('voluntary'))).headers['location']).toBe(
      '/admin/register?done=edition',
    );
    expect((await desk.post('officer', '/admin/register/edition', edition('statutory'))).text).toContain(
      'already waits',
    );
    const address = `/admin/register/waiting/${await entered()}`;
    expect((await desk.get('officer', address)).text).toContain('You entered it yourself');
    expect((await desk.post('officer', address, { decision: 'confirm' })).status).toBe(403);
    expect((await desk.get(undefined, '/register/planning')).status).toBe(404);
    expect((await desk.postAs(second, address, {})).text).toContain('Choose yes if it is right');
    expect((await desk.postAs(second, address, { decision: 'confirm' })).status).toBe(303);
    expect((await desk.postAs(second, address, { decision: 'confirm' })).status).toBe(409);
    const { text } = await desk.get(undefined, '/register/planning');
    expect(text).toContain('The council keeps this register of its own accord.');
    expect(text).toContain('Nobody is on the register today.');
  });

  it('is about what is accredited, and names nobody else', async () => {
    const wrong = {
      what: `outside_certificate:${requirement}`,
      reference: '',
      ...day('from', '1 1 2026'),
      ...day('last', '31 12 2025'),
    };
    const kept = await desk.post('officer', '/admin/register/accreditation', wrong);
    expect(kept.text).toContain('Enter the authority’s reference');
    const sent = { ...wrong, reference: 'PLN-1', ...day('last', '31 12 2030') };
    expect((await desk.post('officer', '/admin/register/accreditation', sent)).status).toBe(303);
    expect(
      (await desk.postAs(second, `/admin/register/waiting/${await entered()}`, { decision: 'confirm' })).status,
    ).toBe(303);
    const csv = await desk.get(undefined, '/register/planning.csv', '*/*');
    expect(csv.body.split('\r\n').slice(0, -1)).toEqual([
      '\uFEFFName,Body,From,Until',
      'Ann Baker,Planning Committee,2026-05-01,2026-11-30',
      'Bob Cole,Planning Committee,2026-11-10,',
    ]);
    expect((await desk.get(undefined, '/register/planning')).text).toContain(
      'Ann Baker Planning Committee 1 May 2026 30 November 2026',
    );
    expect(await of(StatutoryRegister).accreditations()).toMatchObject([
      { schemeId: null, reference: 'PLN-1', until: '2031-01-01' },
    ]);
    const own = { number: 'NMC-2026-AAAAA-AAAAA-A', at: '2026-06-01T09:00:00Z', validUntil: '2030-05-31' };
    await desk.given.aCertificate(people.cy, own);
    expect((await desk.get(undefined, '/register/planning.json', '*/*')).body).not.toContain('Cy Drew');
  });

  it('is another at midnight in London, and says so to whoever has it', async () => {
    const first = await desk.get(undefined, '/register/planning.json', '*/*');
    const tag = first.headers['etag'] as string;
    expect(tag).toMatch(/^"2026-11-22-[0-9a-f]{16}"$/);
    const again = () =>
      desk.app.inject({ method: 'GET', url: '/register/planning.json', headers: { 'if-none-match': tag } });
    expect((await again()).statusCode).toBe(304);
    desk.clock.set('2026-11-30T23:59:59Z');
    expect((await desk.get(undefined, '/register/planning.json', '*/*')).body).toContain('Ann Baker');
    desk.clock.set('2026-12-01T00:00:00Z');
    const after = await again();
    expect(after.statusCode).toBe(200);
    expect(after.body).not.toContain('Ann Baker');
  });

  it('keeps nobody from sitting while it is voluntary, and does once it is statutory', async () => {
    desk.clock.set('2026-11-22T14:32:00Z');
    await of(BodyTrainings).askNoMore((await of(BodyTrainings).all())[0]!.id, { on: '2026-01-01', by: officer });
    const page = async () => (await desk.get('officer', `/admin/sit?body=${planning}&on=2026-12-01`)).text;
    expect(await page()).toContain('2 of the 2 people with a seat may sit');
    await desk.post('officer', '/admin/register/edition', { ...edition('statutory'), ...day('from', '1 12 2026') });
    expect(
      (await desk.postAs(second, `/admin/register/waiting/${await entered()}`, { decision: 'confirm' })).status,
    ).toBe(303);
    expect(await page()).toContain('1 of the 2 people with a seat may sit');
    expect(await page()).toContain('The statutory certificate: ran out on 30 November 2026');
    expect((await desk.get('officer', '/admin/register')).text).toContain('From 1 December 2026: Statutory');
  });
});

it('says of a certificate that it is the council’s own, unless two officers have entered that its scheme is accredited', async () => {
  const certificates = await GivenCertificates.at(desk);
  const issued = await certificates.aCertificate('Dai Evans');
  const page = async () => (await desk.get(undefined, `/verify/${issued.number}`)).text;
  expect(await page()).toContain(
    'It is the council’s own certificate. It is not the certificate of completion of training that section 319ZZA',
  );
  const [scheme] = await sql(`select id from scheme where slug = 'core-skills'`);
  const entry = {
    schemeId: scheme!.id,
    requirementId: null,
    kind: null,
    reference: 'PTC/1',
    from: '2026-11-22',
    until: null,
  };
  const id = await of(StatutoryRegister).accredit(entry, officer);
  expect(await page()).toContain('the council’s own certificate');
  await of(StatutoryRegister).confirm('statutory_accreditation', id, second);
  expect(await page()).toContain('Its scheme is accredited (PTC/1)');
});
