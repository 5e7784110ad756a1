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
