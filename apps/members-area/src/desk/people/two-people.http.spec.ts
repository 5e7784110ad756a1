import { Previews } from '@induct/steering';
import { Desk } from '../../../../../test/support/given-desk';
import { CHECKLIST, GivenTesting } from '../../../../../test/support/given-testing';

const DAY = 86_400_000;
const REASON = 'The regulations changed on Monday, and members read the old ones.';
const YES = Object.fromEntries(CHECKLIST.map((_, at) => [`answer-${at + 1}`, 'yes']));
const PUBLISH = { title: 'Golf', summary: 'Golf', minutes: '20', core: 'yes', confirmed: 'yes' };

let desk: Desk;
let testing: GivenTesting;
let course: { courseId: string; versionId: string };
const version = '/admin/modules/golf/versions/1';

beforeAll(async () => {
  desk = await Desk.open();
  testing = new GivenTesting(desk.database.source);
  course = await testing.aCourse('Golf', 'golf');
});
afterAll(() => desk.close());

const idOf = async (email: string) =>
  (await desk.database.source.query<{ id: string }[]>('select id from person where email = $1', [email]))[0]!.id;
/** Somebody is added with a role; @returns where the change waits */
async function added(by: 'administrator' | 'officer', name: string, email: string, roles: string[]): Promise<string> {
  const { status, headers } = await desk.post(by, '/admin/people', { name, email, roles });
  expect(status).toBe(303);
  const { text, body } = await desk.get(by, String(headers.location));
  expect(text).toContain('Waits for a second person');
  return /href="(\/admin\/people\/waiting\/[\w-]+)"/.exec(body)![1]!;
}
const lettersTo = async (email: string) =>
  (
    await desk.database.source.query<{ subject: string }[]>('select subject from mail where recipient = $1', [email])
  ).map(({ subject }) => subject);

describe('an administrator with two mailboxes', () => {
  let waits: string;

  beforeAll(async () => {
    await desk.who('officer');
    await desk.who('auditor');
  });

  it('does not make an officer, and does not agree to it', async () => {
    waits = await added('administrator', 'Eve Second', 'eve@elsewhere.example', ['officer']);
    const agreed = await desk.post('administrator', waits, { decision: 'agree' });
    expect([agreed.status, agreed.text.includes('Somebody else has to agree to this')]).toEqual([403, true]);
    expect((await desk.get('administrator', waits)).body).not.toContain('value="agree"');
    const eve = await idOf('eve@elsewhere.example');
    expect((await desk.getAs(eve, '/admin')).status).toBe(403);
    expect(await lettersTo(`${await desk.who('officer')}@northmoor.example`)).toEqual([
      'Somebody has to agree to a change',
    ]);
  });

  it('does not give somebody else’s account another mailbox', async () => {
    const officer = await desk.who('officer');
    const moved = { name: 'Olive Officer', email: 'olive@elsewhere.example' };
    const sent = await desk.post('administrator', `/admin/people/${officer}/correct`, moved);
    expect(sent.headers.location).toBe(`/admin/people/${officer}?done=address-waits`);
    const { text } = await desk.get('administrator', String(sent.headers.location));
    expect(text).toContain('Until then the old one stays');
    expect(text).toContain(`${officer}@northmoor.example`);
  });

  it('sends nobody away to be alone', async () => {
    const officer = await desk.who('officer');
    const alone = await desk.given.aPerson({ name: 'Ann Only', roles: ['administrator'] });
    for (const id of [officer, await desk.who('administrator')])
      expect((await desk.postAs(alone, `/admin/people/${id}/leave`, {})).status).toBe(303);
    const sent = await desk.postAs(alone, '/admin/people', {
      name: 'Eve Third',
      email: 'third@elsewhere.example',
      roles: 'officer',
    });
    const { text } = await desk.getAs(alone, String(sent.headers.location));
    expect(text).toContain('Waits for a second person');
    expect(text).toContain('You can act alone from 14:32 on 22 December 2026');
    for (const id of [officer, await desk.who('administrator')]) {
      expect(await lettersTo(`${id}@northmoor.example`)).toContain('You can no longer sign in');
      // They are wanted again below: as rows, since two people would have to bring them back.
      await desk.database.source.query('update person set deactivated_at = null where id = $1', [id]);
    }
    await desk.database.source.query(
      `insert into person_role (person_id, role, confirms_from) values ($1, 'officer', $3), ($2, 'administrator', $3)`,
      [officer, await desk.who('administrator'), new Date('2025-05-01T09:00:00Z')],
    );
    await desk.database.source.query('delete from person_role where person_id = $1', [alone]);
  });

  it('has to wait a day even when a colleague was taken in, and everybody knows by then', async () => {
    waits = await added('administrator', 'Eve Fourth', 'fourth@elsewhere.example', ['officer']);
    expect((await desk.get('officer', '/admin')).text).toContain('wait for a second person');
    expect((await desk.post('officer', waits, {})).text).toContain('Select whether you agree');
    expect((await desk.post('officer', waits, { decision: 'agree' })).status).toBe(303);
    const auditor = await lettersTo(`${await desk.who('auditor')}@northmoor.example`);
    expect(auditor).toContain('A change that everybody at the desk is told of');
    // Only whoever may open the page is led to it.
    const leads = await desk.database.source.query<{ to: string; leads: boolean }[]>(
      `select distinct split_part(recipient, '@', 1) as "to", body_text like '%/admin/people/waiting%' as leads from mail
        where subject = 'A change that everybody at the desk is told of' and recipient = any($1)`,
      [[await desk.who('auditor'), await desk.who('officer')].map((id) => `${id}@northmoor.example`)],
    );
    expect(leads.map((one) => [one.to, one.leads])).toEqual(
      expect.arrayContaining([
        [await desk.who('auditor'), false],
        [await desk.who('officer'), true],
      ]),
    );
    expect(leads).toHaveLength(2);
    const eve = await idOf('fourth@elsewhere.example');
    expect((await desk.get('officer', `/admin/people/${eve}`)).text).toContain(
      'cannot sign off or confirm until 14:32 on 23 November 2026',
    );
    await desk.post('administrator', `${version}/override`, { reason: REASON });
    const confirmed = await desk.postAs(eve, `${version}/override/confirm`, PUBLISH);
    expect([confirmed.status, confirmed.text.includes('You cannot confirm or sign off yet')]).toEqual([403, true]);
    expect(confirmed.text).toContain('You can do this from 14:32 on 23 November 2026');
    desk.clock.advance(DAY / 2);
    expect((await desk.post('administrator', `/admin/people/${eve}/leave`, {})).status).toBe(303);
    expect((await desk.getAs(eve, '/admin')).headers.location).toContain('/sign-in');
  });
});

describe('an officer with two mailboxes', () => {
  const round = async (testers: string[], quorum: string) =>
    desk.post('officer', `${version}/round`, {
      testers,
      quorum,
      'deadline-day': '6',
      'deadline-month': '12',
      'deadline-year': '2026',
      focus: '',
      checklist: CHECKLIST.map(({ text }) => text).join('\n'),
    });
  let eve: string;
  let tess: string;
  let roundId: string;

  it('does not make a tester', async () => {
    const waits = await added('officer', 'Eve Tester', 'tester@elsewhere.example', ['tester']);
    eve = await idOf('tester@elsewhere.example');
    tess = await desk.who('tester');
    const agreed = await desk.post('officer', waits, { decision: 'agree' });
    expect([agreed.status, agreed.text.includes('Somebody else has to agree to this')]).toEqual([403, true]);
    const opened = await round([eve, tess], '2');
    expect([opened.status, opened.text.includes('Choose people with the role Tester only')]).toEqual([400, true]);
    await desk.post('administrator', waits, { decision: 'agree' });
  });

  it('does not open a round that one tester carries, nor change the rule alone', async () => {
    const opened = await round([eve], '1');
    expect([opened.status, opened.text.includes('At least 2 testers have to sign it off')]).toEqual([400, true]);
    const lower = await desk.post('officer', '/testing/quorum', { least: '1' });
    expect([lower.status, lower.text.includes('2 testers or more')]).toEqual([400, true]);
    const higher = await desk.post('officer', '/testing/quorum', { least: '3' });
    expect((await desk.get('officer', String(higher.headers.location))).text).toContain('at least 2 sign-offs');
    const { headers } = await round([eve, tess], '2');
    roundId = /rounds\/([\w-]+)/.exec(String(headers.location))![1]!;
  });

  it('does not sign off a preview that was never opened', async () => {
    const sign = () => desk.postAs(eve, `/testing/rounds/${roundId}/sign-off`, { ...YES, decision: 'signed_off' });
    const early = await sign();
    expect([early.status, early.text.includes('You cannot confirm or sign off yet')]).toEqual([403, true]);
    desk.clock.advance(DAY);
    const unseen = await sign();
    expect([unseen.status, unseen.text.includes('Open a preview of this version first')]).toEqual([409, true]);
    const previews = desk.app.get(Previews, { strict: false });
    await previews.open({ versionId: course.versionId, roundId, by: eve });
    const unopened = await sign();
    expect([unopened.status, unopened.text.includes('wait until a part of the module has opened')]).toEqual([
      409,
      true,
    ]);
    expect((await desk.get('officer', `/testing/rounds/${roundId}`)).text).toContain('0 of 2 sign-offs needed');
  });

  it('does not publish', async () => {
    const published = await desk.post('officer', `${version}/publish`, PUBLISH);
    expect(published.status).toBe(409);
    expect(published.text).toContain('Round 1 is still open: 0 of 2 needed sign-offs');
  });
});
