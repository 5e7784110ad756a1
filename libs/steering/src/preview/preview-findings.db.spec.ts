import { GivenPreviews, PNG } from '../../../../test/support/given-previews';
import { anOpenRound, aPersonWho, aVersionUnderTest } from '../../../../test/support/given-round';
import { PreviewFindings, PreviewMoves } from '..';

describe('a finding in a preview', () => {
  let given: GivenPreviews;

  beforeAll(async () => {
    given = await GivenPreviews.begin();
  });
  afterAll(() => given?.end());
  beforeEach(() => given.clock.set('2026-11-22T14:32:00Z'));

  it('pins it to the part, the place, what was stored there and the calls since the part was opened', async () => {
    const { token, previewId, versionId, roundId, by } = await given.opened();
    await given.log(token, [
      { call: 'opened' },
      { call: 'LMSInitialize', answer: 'true' },
      { call: 'opened', sco: 'two' },
      { call: 'opened' },
      { call: 'LMSInitialize', answer: 'true' },
      { call: 'LMSSetValue', element: 'cmi.core.score.raw', value: '85', answer: 'true' },
    ]);
    await given.commit(token);
    const { findingId, number } = await given.record(token);
    const [row] = await given.database.source.query<object[]>('select * from finding where id = $1', [findingId]);
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
    expect(await given.module.get(PreviewFindings).list(token)).toEqual([
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
    const { token, versionId, by } = await given.opened();
    await given.commit(token);
    const { findingId, number } = await given.record(token);
    await given.commit(token, { seq: 2, final: true, cmi: { core: { lesson_status: 'completed' } } });
    await given.module.get(PreviewMoves).toFinding(token, findingId);
    const there = {
      current: 'one',
      preview: { notice: `This is where finding ${number} was made.` },
      scos: { one: { initialCmi: { core: { entry: 'resume', lesson_location: 'p3' }, suspend_data: 'a=1' } } },
    };
    expect(await given.state(token)).toMatchObject(there);
    const newer = await aVersionUnderTest(given.database.source, versionId);
    const roundId = await anOpenRound(given.database.source, { ...newer, testers: [by], at: given.clock.now() });
    const next = await given.previews.open({ ...newer, roundId, by, goTo: { findingId } });
    expect(await given.state(next.token)).toMatchObject(there);
    expect(await given.module.get(PreviewFindings).list(next.token)).toMatchObject([
      { id: findingId, isCarried: true },
    ]);
    await given.database.source.query(
      `update course_version set manifest = replace(manifest::text, '"one"', '"uno"')::jsonb where id = $1`,
      [newer.versionId],
    );
    await given.database.source.query('update finding set sco_title = $2 where id = $1', [findingId, 'Gone']);
    const lost = await given.previews.open({ ...newer, roundId, by, goTo: { findingId } });
    expect((await given.state(lost.token)).preview.notice).toMatch(
      /^Finding \d+ was made in “Gone”\. This version has no/,
    );
    const elsewhere = await given.opened();
    const foreign = { ...elsewhere, goTo: { findingId } };
    await expect(given.previews.open(foreign)).rejects.toMatchObject({ name: 'NothingToPreview' });
    await expect(given.module.get(PreviewMoves).toFinding(elsewhere.token, findingId)).rejects.toMatchObject({
      kind: 'not-found',
    });
  });

  it('is shown again in a preview of the version that is said to mend it, settled or not', async () => {
    const { token, versionId, by } = await given.opened();
    const { findingId } = await given.record(token, { severity: 'should_fix' });
    const other = await given.record(token, { severity: 'should_fix' });
    const newer = await aVersionUnderTest(given.database.source, versionId);
    const settled = 'settled_at = now(), settled_by = author_id';
    await given.database.source.query(
      `update finding set state = 'fixed', fixed_in_version_id = $2, ${settled} where id = $1`,
      [findingId, newer.versionId],
    );
    await given.database.source.query(`update finding set state = 'will_not_fix', ${settled} where id = $1`, [
      other.findingId,
    ]);
    const roundId = await anOpenRound(given.database.source, { ...newer, testers: [by], at: given.clock.now() });
    const next = await given.previews.open({ ...newer, roundId, by });
    expect(await given.module.get(PreviewFindings).list(next.token)).toMatchObject([
      { id: findingId, isSettled: true, isCarried: true, fixedIn: 3 },
    ]);
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
    const { token } = await given.opened();
    await expect(given.record(token, wrong)).rejects.toMatchObject({ kind: 'incomplete', message });
  });

  it('is for rounds, and not for more than a hundred in one preview', async () => {
    const { token, versionId, previewId } = await given.opened();
    const officer = await aPersonWho(given.database.source, 'officer');
    const outside = await given.previews.open({ versionId, roundId: null, by: officer });
    await expect(given.record(outside.token)).rejects.toMatchObject({ name: 'NoRoundToRecordIn' });
    await expect(given.module.get(PreviewFindings).couldNotFinish(outside.token, 'x')).rejects.toMatchObject({
      kind: 'conflict',
    });
    const { findingId } = await given.record(token);
    await given.database.source.query(
      `insert into finding (id, course_id, number, round_id, version_id, author_id, severity, text, preview_id,
           created_at, updated_at)
         select gen_random_uuid(), course_id, number + i, round_id, version_id, author_id, severity, text, $2,
           created_at, updated_at from finding, generate_series(1, 99) i where id = $1`,
      [findingId, previewId],
    );
    await expect(given.record(token)).rejects.toMatchObject({ kind: 'too-many' });
  });
});
