import { HOME, MINUTE, PeopleTrial, START } from '../../../../test/support/people-trial';
import type { Role } from '@induct/people';

let trial: PeopleTrial;
beforeAll(async () => {
  trial = await PeopleTrial.open();
});
afterAll(() => trial.close());
beforeEach(() => trial.reset());

describe('a sign-in', () => {
  it('is stored by its hash only, and says who the person is and what they may do', async () => {
    const { id } = await trial.aPerson('member', 'tester');
    const cookie = await trial.signIn(id);
    expect(await trial.signIns.whoIs(cookie)).toMatchObject({ id, roles: ['member', 'tester'] });
    const stored = await trial.rows<{ text: string }>(
      `select sign_in::text as text from sign_in where person_id = $1`,
      [id],
    );
    expect(JSON.stringify(stored)).not.toContain(cookie);
    expect(await trial.signIns.whoIs('made up')).toBeUndefined();
  });

  it('gets a new id each time, and ends the browser’s earlier one', async () => {
    const { id } = await trial.aPerson('member');
    const first = await trial.signIn(id);
    const second = await trial.signIn(id, { earlierId: first });
    expect(second).not.toBe(first);
    expect(await trial.signIns.whoIs(first)).toBeUndefined();
    expect(await trial.signIns.whoIs(second)).toBeDefined();
  });

  it('lives on while pages are read, and ends after two quiet hours', async () => {
    const cookie = await trial.signIn((await trial.aPerson('member')).id);
    trial.clock.advance(100 * MINUTE);
    expect(await trial.signIns.whoIs(cookie)).toBeDefined();
    trial.clock.advance(100 * MINUTE);
    expect(await trial.signIns.whoIs(cookie)).toBeDefined();
    trial.clock.advance(120 * MINUTE);
    expect(await trial.signIns.whoIs(cookie)).toBeUndefined();
    trial.clock.set(START);
    expect(await trial.signIns.whoIs(cookie)).toBeUndefined();
  });

  it('counts learning in an open module as activity, up to twelve hours', async () => {
    const cookie = await trial.signIn((await trial.aPerson('member')).id);
    trial.clock.advance(200 * MINUTE);
    trial.lastLearned = new Date(trial.clock.now().getTime() - 5 * MINUTE);
    expect(await trial.signIns.whoIs(cookie)).toBeDefined();
    trial.clock.advance(520 * MINUTE);
    trial.lastLearned = trial.clock.now();
    expect(await trial.signIns.whoIs(cookie)).toBeUndefined();
  });

  it('can be ended everywhere', async () => {
    const { id } = await trial.aPerson('member');
    const cookies = [await trial.signIn(id), await trial.signIn(id)];
    await trial.transactions.run((tx) => trial.signIns.signOutEverywhere(tx, id));
    for (const cookie of cookies) expect(await trial.signIns.whoIs(cookie)).toBeUndefined();
  });
});

describe('where somebody is signed in', () => {
  const CHROME = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/148.0.0.0 Safari/537.36';
  const roles: Role[] = ['member'];

  it('is told to them: which browser, from where, since when; and each can be ended by them alone', async () => {
    const { id } = await trial.aPerson('member');
    const here = await trial.signIn(id, { userAgent: CHROME, address: HOME });
    trial.clock.advance(MINUTE);
    const there = await trial.signIn(id, { userAgent: 'something', address: '198.51.100.7' });
    const own = await trial.signIns.own({ id, roles }, here);
    expect(own).toMatchObject([
      { browser: 'A browser we do not know', address: '198.51.100.7', isThis: false },
      { browser: 'Chrome on Windows', address: HOME, createdAt: START, isThis: true },
    ]);
    const stranger = await trial.aPerson('member');
    await trial.signIns.endOne({ id: stranger.id, roles }, own[0]!.id, 'none');
    expect(await trial.signIns.whoIs(there)).toBeDefined();
    expect(await trial.signIns.endOne({ id, roles }, own[0]!.id, here)).toBe(false);
    expect(await trial.signIns.whoIs(there)).toBeUndefined();
    expect(await trial.signIns.endOne({ id, roles }, own[1]!.id, here)).toBe(true);
    expect(await trial.signIns.whoIs(here)).toBeUndefined();
  });

  it('can be ended everywhere else', async () => {
    const { id } = await trial.aPerson('member');
    const [here, ...others] = [await trial.signIn(id), await trial.signIn(id), await trial.signIn(id)];
    await trial.signIns.endOthers(id, here!);
    expect(await trial.signIns.whoIs(here!)).toBeDefined();
    for (const other of others) expect(await trial.signIns.whoIs(other)).toBeUndefined();
  });

  it('leaves out what is over', async () => {
    const { id } = await trial.aPerson('member');
    await trial.signIn(id);
    trial.clock.advance(12 * 60 * MINUTE);
    expect(await trial.signIns.own({ id, roles }, 'none')).toEqual([]);
  });

  it('is on record: signing in and out, without the network address', async () => {
    const { id } = await trial.aPerson('member');
    const cookie = await trial.signIn(id, { userAgent: CHROME, address: '198.51.100.7', by: 'letter' });
    const [own] = await trial.signIns.own({ id, roles }, cookie);
    await trial.signIns.signOut(cookie);
    await trial.signIns.signOut(cookie);
    expect(await trial.audited(own!.id)).toEqual([
      { action: 'sign_in.begun', actor: id, detail: { browser: 'Chrome on Windows', by: 'letter' } },
      { action: 'sign_in.ended', actor: id, detail: {} },
    ]);
    const all = [await trial.signIn(id), await trial.signIn(id)];
    const ids = (await trial.signIns.own({ id, roles }, all[0]!)).map((one) => one.id);
    await trial.signIns.endAll(id);
    for (const one of ids) expect((await trial.audited(one)).at(-1)).toMatchObject({ detail: { asked: 'all' } });
  });
});
