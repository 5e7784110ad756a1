import { BodyTrainings, StatutoryRegister } from '@induct/accreditation';
import { GivenCertificates } from '../../../../../test/support/given-certificates';
import { Desk } from '../../../../../test/support/given-desk';
import { GivenPlanning, typedDay } from '../../../../../test/support/given-planning';

let desk: Desk;
let planning: GivenPlanning;
const of = <T>(service: new (...given: never[]) => T): T => desk.app.get(service, { strict: false });
const sql = <Row = { id: string }>(text: string, given: unknown[] = []) =>
  desk.database.source.query<Row[]>(text, given);

beforeAll(async () => {
  desk = await Desk.open();
  planning = await GivenPlanning.at(desk);
  await planning.begins();
  await planning.shows('bob', { on: '2026-11-10', until: null, at: '2026-11-21T09:00:00Z' });
  const what = { kind: 'requirement', id: planning.requirement } as const;
  await of(BodyTrainings).ask({ bodyId: planning.bodyId, what, from: '2026-01-01', by: planning.officer });
});
afterAll(() => desk?.close());

describe('the register', () => {
  const edition = (mode: string) => ({
    mode,
    bodies: planning.bodyId,
    functions: 'Deciding applications',
    authority: 'The Authority',
    words: 'Ours.',
    ...typedDay('from', '22 11 2026'),
  });
  const entered = async () =>
    /\/admin\/register\/waiting\/([0-9a-f-]{36})/.exec((await desk.get('officer', '/admin/register')).body)![1]!;

  it('is entered by one officer and confirmed by another', async () => {
    expect(
      (await desk.post('officer', '/admin/register/edition', { ...edition('voluntary'), bodies: '' })).text,
    ).toContain('Choose the bodies it is about');
    const gone = { reference: 'PTC/1', what: `scheme:${planning.officer}`, ...typedDay('from', '1 1 2026') };
    for (const [form, fields] of [
      ['edition', { ...edition('voluntary'), bodies: [planning.bodyId, planning.officer] }],
      ['accreditation', gone],
      ['accreditation', { ...gone, what: `outside_certificate:${planning.officer}` }],
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
    const { text: own } = await desk.get('officer', address);
    expect(own).toContain('You entered it yourself');
    expect(own).toContain('Everybody who may sit on 22 November 2026 may still sit.');
    expect((await desk.post('officer', address, { decision: 'confirm' })).status).toBe(403);
    expect((await desk.get(undefined, '/register/planning')).status).toBe(404);
    expect((await desk.postAs(planning.second, address, {})).text).toContain('Choose yes if it is right');
    expect((await desk.postAs(planning.second, address, { decision: 'confirm' })).status).toBe(303);
    expect((await desk.postAs(planning.second, address, { decision: 'confirm' })).status).toBe(409);
    const { text } = await desk.get(undefined, '/register/planning');
    expect(text).toContain('The council keeps this register of its own accord : it is not the list');
    expect(text).toContain('Nobody is on the register today.');
  });

  it('is about what is accredited, and names nobody else', async () => {
    const wrong = {
      what: `outside_certificate:${planning.requirement}`,
      reference: '',
      ...typedDay('from', '1 1 2026'),
      ...typedDay('last', '31 12 2025'),
    };
    const kept = await desk.post('officer', '/admin/register/accreditation', wrong);
    expect(kept.text).toContain('Enter the authority’s reference');
    const sent = { ...wrong, reference: 'PLN-1', ...typedDay('last', '31 12 2030') };
    expect((await desk.post('officer', '/admin/register/accreditation', sent)).status).toBe(303);
    const waiting = `/admin/register/waiting/${await entered()}`;
    expect((await desk.getAs(planning.second, waiting)).text).toContain(
      'Nothing changes: no register asks for the certificate yet.',
    );
    expect((await desk.postAs(planning.second, waiting, { decision: 'confirm' })).status).toBe(303);
    const csv = await desk.get(undefined, '/register/planning.csv', '*/*');
    expect(csv.body.split('\r\n').slice(0, -1)).toEqual([
      '\uFEFFName,Body,From,Until',
      'Ann Baker,Planning Committee,2026-05-01,2026-11-30',
      'Bob Cole,Planning Committee,2026-11-10,',
    ]);
    expect((await desk.get(undefined, '/register/planning')).text).toContain(
      'Ann Baker Planning Committee 1 May 2026 30 November 2026',
    );
    const search = async (q: string) => (await desk.get(undefined, `/register/planning?q=${q}`)).text;
    expect(await search('BAKER,+ann')).toMatch(/Search Show everybody .*Ann Baker Planning Committee/);
    expect(await search('baker')).not.toContain('Bob Cole');
    expect(await search('Cy+Drew')).toContain('Nobody whose name is like that is on the register today.');
    expect(await of(StatutoryRegister).accreditations()).toMatchObject([
      { schemeId: null, reference: 'PLN-1', until: '2031-01-01' },
    ]);
    const own = { number: 'NMC-2026-AAAAA-AAAAA-A', at: '2026-06-01T09:00:00Z', validUntil: '2030-05-31' };
    await desk.given.aCertificate(planning.people.cy, own);
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
    await of(BodyTrainings).askNoMore((await of(BodyTrainings).all())[0]!.id, {
      on: '2026-01-01',
      by: planning.officer,
    });
    const page = async () => (await desk.get('officer', `/admin/sit?body=${planning.bodyId}&on=2026-12-01`)).text;
    expect(await page()).toContain('2 of the 2 people with a seat may sit');
    await desk.post('officer', '/admin/register/edition', {
      ...edition('statutory'),
      ...typedDay('from', '1 12 2026'),
    });
    const waiting = `/admin/register/waiting/${await entered()}`;
    const lost =
      /Who may sit then, on 1 December 2026 Planning Committee: 1 of the 2 people with a seat may sit, 2 as it is now\. 2 people may no longer sit on 1 December 2026 .*Ann Baker Planning Committee Chair The statutory certificate: ran out on 30 November 2026 .*Cy Drew Planning Committee Named substitute The statutory certificate: not shown/;
    // Whoever entered it sees it too, and so does whoever has forgotten to choose.
    for (const shown of [
      await desk.get('officer', waiting),
      await desk.getAs(planning.second, `${waiting}?page=7`),
      await desk.postAs(planning.second, waiting, {}),
    ])
      expect(shown.text).toMatch(lost);
    expect(await page()).toContain('2 of the 2 people with a seat may sit');
    expect((await desk.postAs(planning.second, waiting, { decision: 'confirm' })).status).toBe(303);
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
  const id = await of(StatutoryRegister).accredit(entry, planning.officer);
  expect(await page()).toContain('the council’s own certificate');
  await of(StatutoryRegister).confirm('statutory_accreditation', id, planning.second);
  expect(await page()).toContain('Its scheme is accredited (PTC/1): it counts as');
  const asJson = async () =>
    JSON.parse((await desk.get(undefined, `/verify/${issued.number}`, 'application/json')).body) as object;
  expect(await asJson()).toMatchObject({ state: 'valid', statutory: true });
  await certificates.revoke(issued.id, 'In error');
  expect(await page()).toContain('Its scheme is accredited (PTC/1), but it is not valid today: it does not count as');
  expect(await asJson()).toMatchObject({ state: 'revoked', statutory: false });
});
