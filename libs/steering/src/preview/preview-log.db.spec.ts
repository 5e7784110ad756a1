import { GivenPreviews } from '../../../../test/support/given-previews';
import { isLogBatch } from '..';

describe('the run-time log of a preview', () => {
  let given: GivenPreviews;

  beforeAll(async () => {
    given = await GivenPreviews.begin();
  });
  afterAll(() => given?.end());
  beforeEach(() => given.clock.set('2026-11-22T14:32:00Z'));

  it('writes the log down in order, once, however often a batch comes', async () => {
    const { token, previewId } = await given.opened();
    given.clock.advance(60_000);
    const one = { call: 'LMSInitialize', answer: 'true', at: 4_000 };
    const two = {
      call: 'LMSSetValue',
      element: 'cmi.suspend_data',
      value: 'x'.repeat(4096),
      valueLength: 9000,
      at: 5_000,
    };
    expect(await given.log(token, [one, two])).toEqual({ ok: true, received: 2 });
    // The page goes away while the answer to the first batch is on its way.
    expect(await given.log(token, [one, two, { call: 'LMSFinish', error: '101' }])).toEqual({ ok: true, received: 3 });
    expect(await given.log(token, [one])).toEqual({ ok: true, received: 3 });
    expect(await given.log(token, [{ call: 'opened' }], { page: 'page-two' })).toEqual({ ok: true, received: 1 });
    const calls = await given.previews.calls(previewId);
    expect(calls.map(({ n, call, atMs }) => [n, call, atMs])).toEqual([
      [1, 'LMSInitialize', 54_000],
      [2, 'LMSSetValue', 55_000],
      [3, 'LMSFinish', 50_000],
      [4, 'opened', 50_000],
    ]);
    expect(calls[1]).toMatchObject({ valueLength: 9000, answerLength: null });
    expect((await given.previews.calls(previewId, 3, 4)).map(({ n }) => n)).toEqual([3, 4]);
    await expect(given.database.source.query(`update preview_call set answer = 'x'`)).rejects.toThrow('never changed');
  });

  it('cuts what is too long, replaces what cannot be stored, and stops at 20,000 calls', async () => {
    const { token, previewId } = await given.opened();
    await given.log(token, [{ value: `\0${'y'.repeat(5000)}`, element: 'e'.repeat(900) }]);
    const [call] = await given.previews.calls(previewId);
    expect([call!.value.length, call!.value[0], call!.valueLength, call!.element.length]).toEqual([
      4096,
      '␀',
      5001,
      300,
    ]);
    await given.database.source.query('update preview set calls = 19999 where id = $1', [previewId]);
    expect(await given.log(token, [{}, {}, {}], { first: 1 })).toEqual({ ok: true, received: 4, full: true });
    expect(await given.previews.calls(previewId, 19_000)).toHaveLength(1);
    expect(await given.log(token, [{}], { first: 4 })).toEqual({ ok: true, received: 5, full: true });
  });

  it('takes no batch whose page is called as an object is', () => {
    const batch = { page: 'page-one', first: 0, now: 0, shownMs: 0, calls: [] };
    expect(isLogBatch(batch)).toBe(true);
    for (const page of ['__proto__', 'constructor', 'hasOwnProperty', 'short', 7])
      expect([page, isLogBatch({ ...batch, page })]).toEqual([page, false]);
  });

  it('adds up how long it was looked at, never more than has passed', async () => {
    const { token, previewId } = await given.opened();
    const seconds = async () => {
      const [row] = await given.database.source.query<[{ seconds: number }]>(
        'select shown_seconds as seconds from preview where id = $1',
        [previewId],
      );
      return row.seconds;
    };
    given.clock.advance(600_000);
    await given.log(token, [], { shownMs: 60_000 });
    await given.log(token, [], { shownMs: 90_500 });
    await given.log(token, [], { page: 'page-two', shownMs: 30_000 });
    expect(await seconds()).toBe(120);
    await given.log(token, [], { page: 'page-three', shownMs: 2_000_000_000 });
    expect(await seconds()).toBe(720);
  });
});
