import { randomBytes } from 'node:crypto';
import { makeCertificateNumber } from '@induct/accreditation';
import { Desk } from '../../../../../test/support/given-desk';
import { certificatesOf, NUMBER } from '../../../../../test/support/given-desk-rows';

const HREF = `/admin/certificates/${NUMBER}`;
const REASON = 'Issued to the wrong <person> of that name.';

let desk: Desk;
let second: string;

beforeAll(async () => {
  desk = await Desk.open();
  await certificatesOf(desk, await desk.given.aPerson({ name: 'Ann Baker' }));
  second = await desk.given.aPerson({ name: 'Oscar Second', roles: ['officer'] });
});
afterAll(() => desk.close());

const proposalIn = (body: string) => /name="proposal" value="([^"]+)"/.exec(body)?.[1] ?? '';
const asSecond = {
  get: (url: string) => desk.getAs(second, url),
  post: (url: string, fields: Record<string, string>) => desk.postAs(second, url, fields),
};

it('is asked for with a reason that others understand', async () => {
  const ask = await desk.get('officer', `${HREF}/revoke`);
  expect(ask.text).toContain('Propose to revoke the certificate of');
  const wrong = await desk.post('officer', `${HREF}/revoke`, { reason: 'short <i>' });
  expect(wrong.status).toBe(400);
  expect(wrong.text).toContain('10 characters or more');
  expect(wrong.body).toContain('short &lt;i&gt;');
});

it('waits for a second officer, says so to officers only, and may be withdrawn', async () => {
  const { headers } = await desk.post('officer', `${HREF}/revoke`, { reason: REASON });
  const { text, body } = await desk.get('officer', String(headers.location));
  expect(text).toContain('Your proposal waits for a second officer.');
  expect(text).toContain('You proposed at 14:32 on 22 November 2026 to revoke it.');
  expect(body).toContain('wrong &lt;person&gt; of');
  expect((await desk.get('officer', '/admin/certificates?state=proposed')).text).toContain(
    'Valid Proposed to be revoked',
  );
  expect((await desk.get('officer', '/admin')).text).toContain('1 revocation waits for a second officer');
  expect((await desk.get('officer', `${HREF}/revoke`)).headers.location).toBe(HREF);
  const fields = { proposal: proposalIn(body), decision: 'keep' };
  const kept = await desk.post('officer', `${HREF}/revoke/decision`, fields);
  expect((await desk.get('officer', String(kept.headers.location))).text).toContain('The certificate stays in force.');
  expect((await desk.post('officer', `${HREF}/revoke/decision`, fields)).status).toBe(409);
});

it('is confirmed by another, not by whoever proposed, with both on record', async () => {
  await desk.post('officer', `${HREF}/revoke`, { reason: REASON });
  expect((await asSecond.post(`${HREF}/revoke`, { reason: REASON })).status).toBe(409);
  const { text, body } = await asSecond.get(`${HREF}/revoke`);
  expect(text).toContain('Olive Officer proposed at 14:32 on 22 November 2026 to revoke it, for this reason:');
  const fields = { proposal: proposalIn(body), decision: 'revoke' };
  const own = await desk.post('officer', `${HREF}/revoke/decision`, fields);
  expect([own.status, own.text.includes('A second officer has to confirm it')]).toEqual([403, true]);
  const unsaid = await asSecond.post(`${HREF}/revoke/decision`, { proposal: fields.proposal });
  expect([unsaid.status, unsaid.text.includes('Select yes if you want to revoke')]).toEqual([400, true]);
  const { headers } = await asSecond.post(`${HREF}/revoke/decision`, fields);
  const after = await asSecond.get(String(headers.location));
  expect(after.text).toContain('The certificate is revoked.');
  expect(after.text).toContain('Proposed to be revoked by Olive Officer');
  expect(after.text).toContain('Revoked by Oscar Second');
  expect(after.text).not.toContain('Send it to the holder again');
  expect((await desk.audited()).at(-1)).toMatchObject({
    action: 'certificate.revoked',
    actor: second,
    detail: { reason: REASON, proposedBy: await desk.who('officer') },
  });
  expect((await asSecond.post(`${HREF}/revoke/decision`, fields)).status).toBe(409);
  expect((await desk.get('officer', `${HREF}/revoke`)).status).toBe(409);
});

describe('a certificate that rests on it', () => {
  const [BASE, LEVEL] = [1, 2].map(() => makeCertificateNumber('NMC', 2026, randomBytes)) as [string, string];

  it('is shown before anything is done, asked about afterwards, and says so', async () => {
    const gil = await desk.given.aPerson({ name: 'Gil Holder' });
    for (const number of [BASE, LEVEL])
      await desk.given.aCertificate(gil, { number, at: '2026-11-20T14:32:00Z', validUntil: '2030-11-21' });
    const { source } = desk.database;
    await source.query(
      `update certificate c set holder_name = 'Gil Holder', facts = o.facts || jsonb_build_object('number', c.number)
         from certificate o where c.person_id = $1 and o.number = $2`,
      [gil, NUMBER],
    );
    await source.query(
      `update award l set evidence = jsonb_build_array(jsonb_build_object('kind', 'award', 'title', 'Core skills',
              'schemeId', b.scheme_id, 'completedAt', '2026-11-20T12:00:00Z'))
         from award b where l.id = (select award_id from certificate where number = $1)
          and b.id = (select award_id from certificate where number = $2)`,
      [LEVEL, BASE],
    );
    await source.query(
      `update scheme set name = 'Chairs' where id = (select scheme_id from award a join certificate c on c.award_id = a.id where c.number = $1)`,
      [LEVEL],
    );
    const base = `/admin/certificates/${BASE}`;
    for (const act of ['revoke', 'suspend']) {
      const { text } = await desk.get('officer', `${base}/${act}`);
      expect(text).toContain(`What rests on it ${LEVEL} , Chairs: is in force`);
      expect(text).toContain('No certificate is taken with it.');
    }
    await desk.post('officer', `${base}/revoke`, { reason: REASON });
    const { text, body } = await asSecond.get(`${base}/revoke`);
    expect(text).toContain(`${LEVEL} , Chairs: is in force`);
    await asSecond.post(`${base}/revoke/decision`, { proposal: proposalIn(body), decision: 'revoke' });
    expect((await asSecond.get(base)).text).toContain(`${LEVEL} , Chairs: is in force, and is proposed to be revoked`);
    const level = await desk.get('officer', `/admin/certificates/${LEVEL}`);
    expect(level.text).toContain(`It rests on ${BASE}, which was revoked: Issued to the wrong`);
    expect(level.text).toContain('Oscar Second proposed at');
  });
});

describe('a suspension', () => {
  const NUMBER_OF_EVE = makeCertificateNumber('NMC', 2026, randomBytes);
  const EVE = `/admin/certificates/${NUMBER_OF_EVE}`;
  let eve: string;
  beforeAll(async () => {
    eve = await desk.given.aPerson({ name: 'Eve Holder' });
    await desk.given.aCertificate(eve, { number: NUMBER_OF_EVE, at: '2026-11-22T14:32:00Z', validUntil: '2030-11-21' });
    await desk.database.source.query(
      `update certificate c set holder_name = 'Eve Holder', facts = o.facts || jsonb_build_object('number', c.number, 'holder', 'Eve Holder')
         from certificate o where c.number = $1 and o.number = $2`,
      [NUMBER_OF_EVE, NUMBER],
    );
  });

  it('is proposed, withdrawn, and proposed again', async () => {
    const wrong = await desk.post('officer', `${EVE}/suspend`, { reason: 'why <b>' });
    expect([wrong.status, wrong.body.includes('why &lt;b&gt;')]).toEqual([400, true]);
    const { headers } = await desk.post('officer', `${EVE}/suspend`, { reason: REASON });
    const { text, body } = await desk.get('officer', String(headers.location));
    expect(text).toContain('Your proposal waits for a second officer. Until then the certificate counts.');
    expect((await desk.get('officer', '/admin/certificates?state=suspending')).text).toContain(
      'Proposed to be suspended',
    );
    expect((await desk.get('officer', '/admin')).text).toContain('1 suspension waits for a second officer');
    expect((await desk.get('officer', `${EVE}/suspend`)).headers.location).toBe(EVE);
    const fields = { proposal: proposalIn(body), decision: 'keep' };
    expect((await desk.post('officer', `${EVE}/suspend/decision`, fields)).headers.location).toBe(`${EVE}?done=kept`);
    expect((await desk.post('officer', `${EVE}/suspend/decision`, fields)).status).toBe(409);
    await desk.post('officer', `${EVE}/suspend`, { reason: REASON });
  });

  it('is confirmed by another: strangers and the holder see since when, and nobody why', async () => {
    const { body } = await asSecond.get(`${EVE}/suspend`);
    const fields = { proposal: proposalIn(body), decision: 'suspend' };
    expect((await desk.post('officer', `${EVE}/suspend/decision`, fields)).status).toBe(403);
    expect((await asSecond.post(`${EVE}/suspend/decision`, { proposal: fields.proposal })).status).toBe(400);
    const { headers } = await asSecond.post(`${EVE}/suspend/decision`, fields);
    expect((await asSecond.get(String(headers.location))).text).toContain('Suspended since 14:32 on 22 November 2026');
    const stranger = await desk.getAs(undefined, `/verify/${NUMBER_OF_EVE}`);
    expect(stranger.text).toContain('This certificate is suspended');
    expect(stranger.text).toContain('has suspended it since 22 November 2026');
    const program = await desk.getAs(undefined, `/verify/${NUMBER_OF_EVE}`, 'application/json');
    expect(JSON.parse(program.body)).toMatchObject({ state: 'suspended', suspendedSince: '22 November 2026' });
    const own = await desk.getAs(eve, '/certificates');
    expect(own.text).toContain('It is suspended since 22 November 2026');
    expect((await desk.getAs(eve, '/')).text).toContain('It is suspended: for now it does not count.');
    const pdf = await desk.getAs(eve, `/certificates/${NUMBER_OF_EVE}/pdf`);
    expect([pdf.status, pdf.text.includes('This certificate is suspended')]).toEqual([409, true]);
    for (const page of [stranger, program, own]) expect(page.body).not.toContain('wrong &lt;person');
    expect((await desk.get('officer', '/admin/certificates?state=suspended')).text).toContain('Since 22 November 2026');
    expect((await desk.get('officer', `${EVE}/suspend`)).status).toBe(409);
  });

  it('can be revoked meanwhile: until that is confirmed it stays suspended, and the pages say so', async () => {
    const asked = await desk.get('officer', `${EVE}/revoke`);
    expect(asked.text).toContain('It stays suspended until a second officer has read your reason');
    expect(asked.text).toContain('Leave it suspended');
    const { headers } = await desk.post('officer', `${EVE}/revoke`, { reason: REASON });
    expect((await desk.get('officer', String(headers.location))).text).toContain(
      'Your proposal waits for a second officer. Until then the certificate stays suspended.',
    );
    const { body, text } = await asSecond.get(`${EVE}/revoke`);
    expect(text).toContain('No, leave it suspended');
    const kept = await asSecond.post(`${EVE}/revoke/decision`, { proposal: proposalIn(body), decision: 'keep' });
    expect((await asSecond.get(String(kept.headers.location))).text).toContain('The certificate stays suspended.');
  });

  it('is lifted by one officer, with a reason', async () => {
    const { text, body } = await desk.get('officer', `${EVE}/lift`);
    expect(text).toContain('Let the certificate of Eve Holder count again');
    const suspension = /name="suspension" value="([^"]+)"/.exec(body)![1]!;
    expect((await desk.post('officer', `${EVE}/lift`, { suspension, why: '' })).status).toBe(400);
    const { headers } = await desk.post('officer', `${EVE}/lift`, { suspension, why: 'It was hers after all.' });
    expect((await desk.get('officer', String(headers.location))).text).toContain('the certificate counts again');
    expect((await desk.getAs(undefined, `/verify/${NUMBER_OF_EVE}`)).text).toContain('This certificate is valid');
    expect((await desk.get('officer', `${EVE}/lift`)).status).toBe(409);
  });

  it.each(['member', 'administrator', 'auditor'] as const)('is none of a %s', async (role) => {
    for (const path of ['suspend', 'lift']) expect((await desk.get(role, `${EVE}/${path}`)).status).toBe(403);
    for (const path of ['suspend', 'suspend/decision', 'lift'])
      expect((await desk.post(role, `${EVE}/${path}`, { reason: REASON })).status).toBe(403);
  });
});
