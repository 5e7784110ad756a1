import { createHash, randomUUID } from 'node:crypto';
import { Leaving } from '@induct/people';
import { Transactions } from '@induct/platform';
import { GivenPreviews } from '../../../../test/support/given-previews';
import { aPersonWho } from '../../../../test/support/given-round';
import { PreviewMoves } from '..';
import { PreviewHasEnded, PreviewNotFound } from './preview.errors';

const HOUR = 3_600_000;

describe('a preview', () => {
  let given: GivenPreviews;

  beforeAll(async () => {
    given = await GivenPreviews.begin();
  });
  afterAll(() => given?.end());
  beforeEach(() => given.clock.set('2026-11-22T14:32:00Z'));

  it('opens for a tester of the round and for officers, and for nobody else', async () => {
    const { versionId, roundId, by, published } = await given.aRound();
    const { token, url } = await given.previews.open({ versionId, roundId, by });
    expect(url).toBe(`http://127.0.0.1:3001/preview/${token}`);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const officer = await aPersonWho(given.database.source, 'officer');
    await given.previews.open({ versionId, roundId: null, by: officer });
    await given.previews.open({ versionId, roundId, by: officer });
    const other = await aPersonWho(given.database.source, 'tester', 'member', 'auditor', 'administrator');
    const refused = { name: 'NothingToPreview', kind: 'not-found' };
    await expect(given.previews.open({ versionId, roundId, by: other })).rejects.toMatchObject(refused);
    await expect(given.previews.open({ versionId, roundId: null, by })).rejects.toMatchObject(refused);
    await expect(given.previews.open({ versionId: published, roundId, by })).rejects.toMatchObject(refused);
    await expect(given.previews.open({ versionId: randomUUID(), roundId: null, by: officer })).rejects.toMatchObject(
      refused,
    );
    await given.database.source.query('delete from person_role where person_id = $1', [by]);
    await expect(given.previews.open({ versionId, roundId, by })).rejects.toMatchObject(refused);
  });

  it('gives the player browse mode and no credit, from the beginning, and nobody’s name', async () => {
    const first = await given.state((await given.opened()).token);
    expect(first.scos.one!.initialCmi).toMatchObject({
      core: { lesson_mode: 'browse', credit: 'no-credit', entry: 'ab-initio', student_id: 'preview' },
    });
    expect(first).toMatchObject({ current: 'one', savedAt: null, preview: { round: { number: 2 }, version: 2 } });
    expect(JSON.stringify(first)).not.toContain('Tess Tester');
    expect(first.toc.map(({ title }) => title)).toEqual(['Part one', 'Part two', 'three (hidden from members)']);
    const second = await given.state((await given.opened('scorm_2004')).token);
    expect(second.scos.one!.initialCmi).toMatchObject({ mode: 'browse', credit: 'no-credit', entry: 'ab-initio' });
  });

  it('goes on where it was left: in a reloaded page, and in the next preview unless it is to be fresh', async () => {
    const { token, ...round } = await given.opened();
    expect(await given.commit(token)).toMatchObject({ ok: true, seq: 1, status: { completion: 'incomplete' } });
    await given.commit(token, { seq: 2, sco: 'two', final: true, cmi: { core: { lesson_status: 'completed' } } });
    const again = await given.state(token);
    expect(again).toMatchObject({
      current: 'three',
      savedAt: given.clock.now().toISOString(),
      scos: {
        one: {
          initialCmi: { core: { entry: 'resume', lesson_location: 'p3' }, suspend_data: 'a=1' },
          status: { completion: 'incomplete' },
        },
        two: { status: { completion: 'completed' } },
      },
    });
    given.clock.advance(HOUR);
    const next = await given.previews.open(round);
    expect((await given.state(next.token)).scos).toEqual(again.scos);
    // Its own commits count from 1 again.
    expect(await given.commit(next.token, { cmi: { core: { lesson_location: 'p9' } } })).not.toHaveProperty(
      'duplicate',
    );
    const fresh = await given.previews.open({ ...round, fresh: true });
    expect(await given.state(fresh.token)).toMatchObject({
      current: 'one',
      scos: { one: { initialCmi: { core: { entry: 'ab-initio' } } } },
    });
    await given.module.get(PreviewMoves).toTheBeginning(next.token);
    expect((await given.state(next.token)).scos).toEqual((await given.state(fresh.token)).scos);
  });

  it('takes only newer commits, and suspend data by its hash when it has it', async () => {
    const { token } = await given.opened();
    await given.commit(token, { seq: 5 });
    expect(await given.commit(token, { seq: 4, cmi: { core: { lesson_location: 'old' } } })).toMatchObject({
      duplicate: true,
    });
    const hash = '0a9d6bb9f3f08aa3bda40ce9b8ba46a6f3f2d2d5b9b4d8b8a5b8b2a9a0d2b7e1';
    expect(await given.commit(token, { seq: 6, cmi: { core: {} }, suspendDataHash: hash })).toEqual({
      ok: false,
      error: 'need-suspend-data',
    });
    const known = createHash('sha256').update('a=1').digest('hex');
    await given.commit(token, { seq: 7, cmi: { core: { lesson_location: 'p4' } }, suspendDataHash: known });
    expect((await given.state(token)).scos.one!.initialCmi).toMatchObject({
      core: { lesson_location: 'p4' },
      suspend_data: 'a=1',
    });
    expect(await given.commit(token, { sco: 'elsewhere' })).toEqual({ ok: false, error: 'unknown-sco' });
    expect(await given.commit(token, { launch: randomUUID() })).toEqual({ ok: false, error: 'unknown-launch' });
    const odd = 'NUL \0 and a lone \ud800';
    await given.commit(token, { seq: 8, cmi: { suspend_data: odd } });
    expect((await given.state(token)).scos.one!.initialCmi.suspend_data).toBe(odd);
  });

  it('ends when it has not been used for twelve hours', async () => {
    const { token } = await given.opened();
    given.clock.advance(11 * HOUR);
    await given.commit(token);
    given.clock.advance(11 * HOUR);
    await given.state(token);
    given.clock.advance(2 * HOUR);
    await expect(given.state(token)).rejects.toThrow(PreviewHasEnded);
    await expect(given.log(token, [])).rejects.toThrow(PreviewHasEnded);
    expect(await given.commit(token)).toEqual({ ok: false, error: 'ended-token' });
    expect(await given.commit('x')).toEqual({ ok: false, error: 'unknown-token' });
    await expect(given.state('x')).rejects.toThrow(PreviewNotFound);
  });

  it('ends at once, for whatever page holds its token, when its person is deactivated', async () => {
    const { token, by, ...round } = await given.opened();
    const open = { versionId: round.versionId, roundId: round.roundId, by };
    const other = await given.previews.open(open);
    const colleague = await given.opened();
    const administrator = await aPersonWho(given.database.source, 'administrator');
    await given.module.get(Leaving, { strict: false }).deactivate(administrator, by);
    for (const held of [token, other.token]) {
      await expect(given.state(held)).rejects.toThrow(PreviewHasEnded);
      await expect(given.log(held, [])).rejects.toThrow(PreviewHasEnded);
      expect(await given.commit(held)).toEqual({ ok: false, error: 'ended-token' });
    }
    await expect(given.state(colleague.token)).resolves.toBeDefined();
  });

  it.each([
    ['a commit', (token: string) => given.commit(token)],
    ['a batch of its log', (token: string) => given.log(token, [])],
  ])('is not brought back by %s that was on its way when it ended', async (_, send) => {
    const { token, by } = await given.opened();
    const administrator = await aPersonWho(given.database.source, 'administrator');
    const transactions = given.module.get(Transactions);
    const run = transactions.run.bind(transactions);
    // It has found the preview alive, and taken its time, when its person is shut out a moment later.
    const running = jest.spyOn(transactions, 'run').mockImplementationOnce(async (work) => {
      given.clock.advance(5);
      await given.module.get(Leaving, { strict: false }).deactivate(administrator, by);
      return await run(work);
    });
    await send(token);
    running.mockRestore();
    await expect(given.state(token)).rejects.toThrow(PreviewHasEnded);
  });
});
