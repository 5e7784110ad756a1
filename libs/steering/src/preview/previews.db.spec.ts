import { randomUUID } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Test, type TestingModule } from '@nestjs/testing';
import { PlatformModule } from '@induct/platform';
import type { Standard } from '@induct/scorm';
import yauzl from 'yauzl';
import { testConfig } from '../../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { FixedClock } from '../../../../test/support/fixed-clock';
import { aCourse, aTree } from '../../../../test/support/given-learning';
import { anOpenRound, aPersonWho, aVersionUnderTest } from '../../../../test/support/given-round';
import {
  PreviewCommits,
  PreviewFindings,
  PreviewHasEnded,
  PreviewLog,
  PreviewMoves,
  PreviewNotFound,
  Previews,
  PreviewStates,
  SteeringModule,
} from '..';
import type { SentCall } from './run-time-calls';

const HOUR = 3_600_000;
const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe('a preview', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let previews: Previews;
  const clock = new FixedClock();

  beforeAll(async () => {
    database = await cloneDatabase();
    module = await Test.createTestingModule({
      imports: [PlatformModule.with(testConfig(database.url), database.source, { clock }), SteeringModule],
    }).compile();
    await module.init();
    previews = module.get(Previews);
  });
  afterAll(async () => {
    await module?.close();
    await database?.drop();
  });
  beforeEach(() => clock.set('2026-11-22T14:32:00Z'));

  const aRound = async (standard: Standard = 'scorm_12') => {
    const tree = aTree({ one: { title: 'Part one' }, two: { title: 'Part two' }, three: { visible: false } }, standard);
    const { versionId: published, courseId } = await aCourse(database.source, tree);
    const { versionId } = await aVersionUnderTest(database.source, published);
    const tester = await aPersonWho(database.source, 'tester');
    const roundId = await anOpenRound(database.source, { versionId, testers: [tester], at: clock.now() });
    return { courseId, published, versionId, roundId, by: tester };
  };
  const opened = async (standard: Standard = 'scorm_12') => {
    const round = await aRound(standard);
    return { ...round, ...(await previews.open(round)) };
  };
  const state = (token: string) => module.get(PreviewStates).state(token);
  const commit = (token: string, given: object = {}) =>
    module.get(PreviewCommits).commit(token, {
      seq: 1,
      sco: 'one',
      final: false,
      cmi: { core: { lesson_status: 'incomplete', lesson_location: 'p3' }, suspend_data: 'a=1' },
      ...given,
    });
  const log = (token: string, calls: Partial<SentCall>[], given: object = {}) =>
    module.get(PreviewLog).log(token, {
      page: 'page-one',
      first: 0,
      now: 10_000,
      shownMs: 9_000,
      calls: calls.map((call) => ({
        at: 0,
        sco: 'one',
        call: 'LMSGetValue',
        element: '',
        value: '',
        answer: '',
        error: '',
        ...call,
      })),
      ...given,
    });

  it('opens for a tester of the round and for officers, and for nobody else', async () => {
    const { versionId, roundId, by, published } = await aRound();
    const { token, url } = await previews.open({ versionId, roundId, by });
    expect(url).toBe(`http://127.0.0.1:3001/preview/${token}`);
    expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    const officer = await aPersonWho(database.source, 'officer');
    await previews.open({ versionId, roundId: null, by: officer });
    await previews.open({ versionId, roundId, by: officer });
    const other = await aPersonWho(database.source, 'tester', 'member', 'auditor', 'administrator');
    const refused = { name: 'NothingToPreview', status: 404 };
    await expect(previews.open({ versionId, roundId, by: other })).rejects.toMatchObject(refused);
    await expect(previews.open({ versionId, roundId: null, by })).rejects.toMatchObject(refused);
    await expect(previews.open({ versionId: published, roundId, by })).rejects.toMatchObject(refused);
    await expect(previews.open({ versionId: randomUUID(), roundId: null, by: officer })).rejects.toMatchObject(refused);
    await database.source.query('delete from person_role where person_id = $1', [by]);
    await expect(previews.open({ versionId, roundId, by })).rejects.toMatchObject(refused);
  });

  it('gives the player browse mode and no credit, from the beginning, and nobody’s name', async () => {
    const first = await state((await opened()).token);
    expect(first.scos.one!.initialCmi).toMatchObject({
      core: { lesson_mode: 'browse', credit: 'no-credit', entry: 'ab-initio', student_id: 'preview' },
    });
    expect(first).toMatchObject({ current: 'one', savedAt: null, preview: { round: { number: 2 }, version: 2 } });
    expect(JSON.stringify(first)).not.toContain('Tess Tester');
    expect(first.toc.map(({ title }) => title)).toEqual(['Part one', 'Part two', 'three (hidden from members)']);
    const second = await state((await opened('scorm_2004')).token);
    expect(second.scos.one!.initialCmi).toMatchObject({ mode: 'browse', credit: 'no-credit', entry: 'ab-initio' });
  });

  it('goes on where it was left: in a reloaded page, and in the next preview unless it is to be fresh', async () => {
    const { token, ...round } = await opened();
    expect(await commit(token)).toMatchObject({ ok: true, seq: 1, status: { completion: 'incomplete' } });
    await commit(token, { seq: 2, sco: 'two', final: true, cmi: { core: { lesson_status: 'completed' } } });
    const again = await state(token);
    expect(again).toMatchObject({
      current: 'three',
      savedAt: clock.now().toISOString(),
      scos: {
        one: {
          initialCmi: { core: { entry: 'resume', lesson_location: 'p3' }, suspend_data: 'a=1' },
          status: { completion: 'incomplete' },
        },
        two: { status: { completion: 'completed' } },
      },
    });
    clock.advance(HOUR);
    const next = await previews.open(round);
    expect((await state(next.token)).scos).toEqual(again.scos);
    // Its own commits count from 1 again.
    expect(await commit(next.token, { cmi: { core: { lesson_location: 'p9' } } })).not.toHaveProperty('duplicate');
    const fresh = await previews.open({ ...round, fresh: true });
    expect(await state(fresh.token)).toMatchObject({
      current: 'one',
      scos: { one: { initialCmi: { core: { entry: 'ab-initio' } } } },
    });
    await module.get(PreviewMoves).toTheBeginning(next.token);
    expect((await state(next.token)).scos).toEqual((await state(fresh.token)).scos);
  });

  it('takes only newer commits, and suspend data by its hash when it has it', async () => {
    const { token } = await opened();
    await commit(token, { seq: 5 });
    expect(await commit(token, { seq: 4, cmi: { core: { lesson_location: 'old' } } })).toMatchObject({
      duplicate: true,
    });
    const hash = '0a9d6bb9f3f08aa3bda40ce9b8ba46a6f3f2d2d5b9b4d8b8a5b8b2a9a0d2b7e1';
    expect(await commit(token, { seq: 6, cmi: { core: {} }, suspendDataHash: hash })).toEqual({
      ok: false,
      error: 'need-suspend-data',
    });
    const known = (await import('node:crypto')).createHash('sha256').update('a=1').digest('hex');
    await commit(token, { seq: 7, cmi: { core: { lesson_location: 'p4' } }, suspendDataHash: known });
    expect((await state(token)).scos.one!.initialCmi).toMatchObject({
      core: { lesson_location: 'p4' },
      suspend_data: 'a=1',
    });
    expect(await commit(token, { sco: 'elsewhere' })).toEqual({ ok: false, error: 'unknown-sco' });
    expect(await commit(token, { launch: randomUUID() })).toEqual({ ok: false, error: 'unknown-launch' });
    const odd = 'NUL \0 and a lone \ud800';
    await commit(token, { seq: 8, cmi: { suspend_data: odd } });
    expect((await state(token)).scos.one!.initialCmi.suspend_data).toBe(odd);
  });

  it('ends when it has not been used for twelve hours', async () => {
    const { token } = await opened();
    clock.advance(11 * HOUR);
    await commit(token);
    clock.advance(11 * HOUR);
    await state(token);
    clock.advance(2 * HOUR);
    await expect(state(token)).rejects.toThrow(PreviewHasEnded);
    await expect(log(token, [])).rejects.toThrow(PreviewHasEnded);
    expect(await commit(token)).toEqual({ ok: false, error: 'ended-token' });
    expect(await commit('x')).toEqual({ ok: false, error: 'unknown-token' });
    await expect(state('x')).rejects.toThrow(PreviewNotFound);
  });

  it('writes the log down in order, once, however often a batch comes', async () => {
    const { token, previewId } = await opened();
    clock.advance(60_000);
    const one = { call: 'LMSInitialize', answer: 'true', at: 4_000 };
    const two = {
      call: 'LMSSetValue',
      element: 'cmi.suspend_data',
      value: 'x'.repeat(4096),
      valueLength: 9000,
      at: 5_000,
    };
    expect(await log(token, [one, two])).toEqual({ ok: true, received: 2 });
    // The page goes away while the answer to the first batch is on its way.
    expect(await log(token, [one, two, { call: 'LMSFinish', error: '101' }])).toEqual({ ok: true, received: 3 });
    expect(await log(token, [one])).toEqual({ ok: true, received: 3 });
    expect(await log(token, [{ call: 'opened' }], { page: 'page-two' })).toEqual({ ok: true, received: 1 });
    const calls = await previews.calls(previewId);
    expect(calls.map(({ n, call, atMs }) => [n, call, atMs])).toEqual([
      [1, 'LMSInitialize', 54_000],
      [2, 'LMSSetValue', 55_000],
      [3, 'LMSFinish', 50_000],
      [4, 'opened', 50_000],
    ]);
    expect(calls[1]).toMatchObject({ valueLength: 9000, answerLength: null });
    expect(await previews.callsPage(previewId, { from: 2, limit: 2, offset: 1 })).toMatchObject({
      total: 3,
      calls: [{ n: 3 }, { n: 4 }],
    });
    await expect(database.source.query(`update preview_call set answer = 'x'`)).rejects.toThrow('never changed');
  });

  it('cuts what is too long, replaces what cannot be stored, and stops at 20,000 calls', async () => {
    const { token, previewId } = await opened();
    await log(token, [{ value: `\0${'y'.repeat(5000)}`, element: 'e'.repeat(900) }]);
    const [call] = await previews.calls(previewId);
    expect([call!.value.length, call!.value[0], call!.valueLength, call!.element.length]).toEqual([
      4096,
      '␀',
      5001,
      300,
    ]);
    await database.source.query('update preview set calls = 19999 where id = $1', [previewId]);
    expect(await log(token, [{}, {}, {}], { first: 1 })).toEqual({ ok: true, received: 4, full: true });
    expect(await previews.calls(previewId, 19_000)).toHaveLength(1);
    expect(await log(token, [{}], { first: 4 })).toEqual({ ok: true, received: 5, full: true });
  });

  it('adds up how long it was looked at, never more than has passed', async () => {
    const { token, roundId, by } = await opened();
    clock.advance(600_000);
    await log(token, [], { shownMs: 60_000 });
    await log(token, [], { shownMs: 90_500 });
    await log(token, [], { page: 'page-two', shownMs: 30_000 });
    expect(await previews.secondsOf(roundId, by)).toBe(120);
    await log(token, [], { page: 'page-three', shownMs: 2_000_000_000 });
    expect(await previews.secondsOf(roundId, by)).toBe(720);
    expect(await previews.secondsOf(roundId, randomUUID())).toBe(0);
  });

  describe('with a finding', () => {
    const record = (token: string, given: object = {}) =>
      module.get(PreviewFindings).raise(token, {
        severity: 'blocking',
        text: ' The date is wrong. ',
        sco: 'one',
        location: 'p3',
        progress: 0.25,
        screenshot: PNG.toString('base64'),
        ...given,
      });

    it('pins it to the part, the place, what was stored there and the calls since the part was opened', async () => {
      const { token, previewId, versionId, roundId, by } = await opened();
      await log(token, [
        { call: 'opened' },
        { call: 'LMSInitialize', answer: 'true' },
        { call: 'opened', sco: 'two' },
        { call: 'opened' },
        { call: 'LMSInitialize', answer: 'true' },
        { call: 'LMSSetValue', element: 'cmi.core.score.raw', value: '85', answer: 'true' },
      ]);
      await commit(token);
      const { findingId, number } = await record(token);
      const [row] = await database.source.query<object[]>('select * from finding where id = $1', [findingId]);
      expect(row).toMatchObject({
        author_id: by,
        round_id: roundId,
        version_id: versionId,
        severity: 'blocking',
        text: 'The date is wrong.',
        sco: 'one',
        sco_title: 'Part one',
        location: 'p3',
        progress: '0.25',
        resume: { location: 'p3', suspendData: 'a=1' },
        preview_id: previewId,
        log_from: 4,
        log_to: 6,
        screenshot_type: 'image/png',
      });
      expect(await module.get(PreviewFindings).list(token)).toEqual([
        {
          id: findingId,
          number,
          severity: 'blocking',
          state: 'open',
          isSettled: false,
          isMine: true,
          isCarried: false,
          text: 'The date is wrong.',
          sco: 'one',
          scoTitle: 'Part one',
          location: 'p3',
          progress: 0.25,
          fixedIn: null,
        },
      ]);
    });

    it('takes the next preview there, also of a newer version', async () => {
      const { token, versionId, by } = await opened();
      await commit(token);
      const { findingId, number } = await record(token);
      await commit(token, { seq: 2, final: true, cmi: { core: { lesson_status: 'completed' } } });
      await module.get(PreviewMoves).toFinding(token, findingId);
      const there = {
        current: 'one',
        preview: { notice: `This is where finding ${number} was made.` },
        scos: { one: { initialCmi: { core: { entry: 'resume', lesson_location: 'p3' }, suspend_data: 'a=1' } } },
      };
      expect(await state(token)).toMatchObject(there);
      const newer = await aVersionUnderTest(database.source, versionId);
      const roundId = await anOpenRound(database.source, { ...newer, testers: [by], at: clock.now() });
      const next = await previews.open({ ...newer, roundId, by, goTo: { findingId } });
      expect(await state(next.token)).toMatchObject(there);
      expect(await module.get(PreviewFindings).list(next.token)).toMatchObject([{ id: findingId, isCarried: true }]);
      await database.source.query(
        `update course_version set manifest = replace(manifest::text, '"one"', '"uno"')::jsonb where id = $1`,
        [newer.versionId],
      );
      await database.source.query('update finding set sco_title = $2 where id = $1', [findingId, 'Gone']);
      const lost = await previews.open({ ...newer, roundId, by, goTo: { findingId } });
      expect((await state(lost.token)).preview.notice).toMatch(/^Finding \d+ was made in “Gone”\. This version has no/);
      const elsewhere = await opened();
      const foreign = { ...elsewhere, goTo: { findingId } };
      await expect(previews.open(foreign)).rejects.toMatchObject({ name: 'NothingToPreview' });
      await expect(module.get(PreviewMoves).toFinding(elsewhere.token, findingId)).rejects.toMatchObject({
        status: 404,
      });
    });

    it.each([
      ['no severity', { severity: 'dreadful' }, 'Choose how serious it is'],
      ['no words', { text: ' ' }, 'Enter what you found'],
      ['too many words', { text: 'x'.repeat(5001) }, 'Use 5,000 characters or fewer'],
      ['a file that is no picture', { screenshot: 'UEsDBA==' }, 'The screenshot must be a PNG, JPEG or WebP picture'],
      [
        'a picture of more than 3 MB',
        { screenshot: Buffer.concat([PNG, Buffer.alloc(3 * 1024 * 1024)]).toString('base64') },
        'The screenshot must be 3 MB or smaller',
      ],
    ])('refuses %s', async (_, wrong, message) => {
      const { token } = await opened();
      await expect(record(token, wrong)).rejects.toMatchObject({ status: 422, message });
    });

    it('is for rounds, and not for more than a hundred in one preview', async () => {
      const { token, versionId, previewId } = await opened();
      const officer = await aPersonWho(database.source, 'officer');
      const outside = await previews.open({ versionId, roundId: null, by: officer });
      await expect(record(outside.token)).rejects.toMatchObject({ name: 'NoRoundToRecordIn' });
      await expect(module.get(PreviewFindings).couldNotFinish(outside.token, 'x')).rejects.toMatchObject({
        status: 409,
      });
      const { findingId } = await record(token);
      await database.source.query(
        `insert into finding (id, course_id, number, round_id, version_id, author_id, severity, text, preview_id,
           created_at, updated_at)
         select gen_random_uuid(), course_id, number + i, round_id, version_id, author_id, severity, text, $2,
           created_at, updated_at from finding, generate_series(1, 99) i where id = $1`,
        [findingId, previewId],
      );
      await expect(record(token)).rejects.toMatchObject({ status: 429 });
    });

    it('makes a bundle for the supplier, with nobody’s name in it', async () => {
      const { token } = await opened();
      await log(token, [
        { call: 'opened', element: 'sco' },
        { call: 'LMSInitialize', answer: 'true' },
        { call: 'LMSSetValue', element: 'cmi.core.score.raw', value: '85', answer: 'true' },
        { call: 'LMSSetValue', element: 'cmi.comments', value: '=cmd, "quoted"', answer: 'true' },
      ]);
      await database.source.query(`update preview set browser = 'A browser'`);
      const { findingId, number } = await record(token);
      const { fileName, stream } = await previews.bundle(findingId);
      expect(fileName).toMatch(new RegExp(`^course-[0-9a-f]{8}-version-2-finding-${number}\\.zip$`));
      const files = await unzipped(await buffer(stream));
      expect(Object.keys(files)).toEqual(['finding.txt', 'meaning.txt', 'log.csv', 'log.json', 'screenshot.png']);
      expect(files['finding.txt']).toContain('The date is wrong.');
      expect(files['finding.txt']).toContain('Part one (one)');
      expect(files['finding.txt']).toContain('A browser');
      expect(files['meaning.txt']).toContain('! The package set a score of 85 of 100 but never said completed.');
      expect(files['log.csv']).toContain(`"'=cmd, ""quoted"""`);
      expect(JSON.parse(files['log.json']!)).toHaveLength(4);
      expect(Object.values(files).join()).not.toContain('Tess');
      await expect(previews.bundle(randomUUID())).rejects.toMatchObject({ status: 404 });
    });
  });
});

async function unzipped(zip: Buffer): Promise<Record<string, string>> {
  const archive = await yauzl.fromBufferPromise(zip);
  const files: Record<string, string> = {};
  for await (const entry of archive.eachEntry()) {
    files[entry.fileName] = (await buffer(await archive.openReadStreamPromise(entry))).toString();
  }
  return files;
}
