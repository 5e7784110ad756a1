import { SteeringGroup } from '../../../../test/support/steering-group';
import {
  FindingIsElsewhere,
  FindingNotFound,
  NotYoursToDo,
  RoundIsClosed,
  RoundNotFound,
  SteeringFormIsWrong,
} from '..';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

describe('a finding', () => {
  let group: SteeringGroup;
  let [olive, ada, ben, cat]: string[] = [];

  beforeAll(async () => {
    group = await SteeringGroup.gather();
    olive = await group.aPerson('Olive Officer', 'officer');
    ada = await group.aPerson('Ada Fenwick', 'tester');
    ben = await group.aPerson('Ben Prosser', 'tester');
    cat = await group.aPerson('Catrin Osei', 'tester');
  });
  afterAll(() => group?.leave());

  /** A round of Ada and Ben, one sign-off short of its quorum. */
  const aRound = async () => {
    const course = await group.aCourse();
    const roundId = await group.aRound(olive!, course.versionId, [ada!, ben!]);
    return { ...course, roundId };
  };
  const row = async (findingId: string) => {
    const [finding] = await group.database.source.query<Record<string, unknown>[]>(
      'select * from finding where id = $1',
      [findingId],
    );
    return finding!;
  };

  it('is pinned to where its tester was, with a picture', async () => {
    const { roundId, versionId, courseId } = await aRound();
    const previewId = await group.hasLooked(ada!, versionId, roundId);
    const place = {
      sco: 'one',
      scoTitle: 'Part one',
      location: 'page-3',
      progress: 0.4,
      resume: { suspendData: 'a\0b\ud800' },
    };
    const screenshot = { bytes: PNG, type: 'image/png' as const };
    const id = await group.raise(roundId, ada!, { ...place, previewId, logFrom: 3, logTo: 9, screenshot });
    expect(await row(id)).toMatchObject({
      course_id: courseId,
      version_id: versionId,
      number: 1,
      severity: 'blocking',
      state: 'open',
      sco: 'one',
      location: 'page-3',
      resume: { suspendData: 'a\0b\ud800' },
      log_to: 9,
      screenshot_type: 'image/png',
    });
    expect(await group.raise(roundId, ben!).then(row)).toMatchObject({ number: 2 });
  });

  it('comes from the testers of an open round, in words, and a picture that is one', async () => {
    const { roundId, versionId } = await aRound();
    await expect(group.raise(roundId, cat!)).rejects.toThrow(RoundNotFound);
    await expect(group.raise(roundId, olive!)).rejects.toThrow(RoundNotFound);
    await expect(group.raise(roundId, ada!, { text: ' ' })).rejects.toThrow(SteeringFormIsWrong);
    const svg = { bytes: Buffer.from('<svg onload="x()">'), type: 'image/png' as const };
    await expect(group.raise(roundId, ada!, { screenshot: svg })).rejects.toThrow('PNG, JPEG or WebP');
    const theirs = await group.hasLooked(ben!, versionId, roundId);
    await expect(group.raise(roundId, ada!, { previewId: theirs })).rejects.toThrow('not one of yours');
    await group.rounds.close(roundId, olive!);
    await expect(group.raise(roundId, ada!)).rejects.toThrow(RoundIsClosed);
  });

  it('that blocks keeps a signed-off version in testing until its author is content', async () => {
    const { roundId, versionId, courseId } = await aRound();
    const findingId = await group.raise(roundId, ada!);
    await group.signOff(roundId, ada!);
    await group.signOff(roundId, ben!);
    expect(await group.state(versionId)).toBe('in_testing');
    const second = await group.aVersion(courseId);
    await group.findings.markFixed(findingId, olive!, second, 'The link was wrong');
    expect(await row(findingId)).toMatchObject({ state: 'fixed', settled_at: null });
    const next = await group.aRound(olive!, second, [ada!, ben!]);
    await group.signOff(next, ada!);
    await group.signOff(next, ben!);
    expect([await group.state(versionId), await group.state(second)]).toEqual(['in_testing', 'in_testing']);
    await expect(group.findings.confirm(findingId, ben!)).rejects.toThrow(NotYoursToDo);
    await expect(group.findings.confirm(findingId, olive!)).rejects.toThrow(NotYoursToDo);
    await group.findings.confirm(findingId, ada!, 'It opens now');
    // The version in which it was found still has it.
    expect([await group.state(versionId), await group.state(second)]).toEqual(['in_testing', 'approved']);
    await group.findings.reopen(findingId, ada!, 'Not on a tablet');
    expect(await group.state(second)).toBe('in_testing');
    await group.findings.changeSeverity(findingId, ada!, 'suggestion');
    expect(await group.state(second)).toBe('approved');
  });

  it('comes back to its author by letter when a round opens on the version that mends it', async () => {
    const { roundId, courseId } = await aRound();
    const findingId = await group.raise(roundId, ada!);
    await group.rounds.close(roundId, olive!);
    const second = await group.aVersion(courseId);
    await group.findings.markFixed(findingId, olive!, second);
    const before = (await group.letters(ada!)).length;
    const next = await group.aRound(olive!, second, [ben!, cat!], 1);
    const letters = (await group.letters(ada!)).slice(before);
    expect(letters).toHaveLength(1);
    expect(letters[0]!.text).toContain('Finding 1: The third part does not open');
    expect(letters[0]!.text.match(/http\S+/g)).toEqual([`http://localhost:3000/testing/findings/${findingId}`]);
    // Ada does not test in this round: any tester of it may speak for her.
    await group.findings.confirm(findingId, cat!);
    expect(await row(findingId)).toMatchObject({ settled_by: cat });
    // Then nobody is asked again when another round opens on the version.
    await group.rounds.close(next, olive!);
    const asked = (await group.letters(ada!)).length;
    await group.aRound(olive!, second, [ben!]);
    expect(await group.letters(ada!)).toHaveLength(asked);
  });

  it('comes back to its author each time that it is said to be fixed', async () => {
    const { roundId, courseId } = await aRound();
    const findingId = await group.raise(roundId, ada!);
    const second = await group.aVersion(courseId);
    await group.aRound(olive!, second, [ada!]);
    const asked = async () =>
      (await group.letters(ada!)).filter(({ subject }) => subject.startsWith('Please confirm')).length;
    const before = await asked();
    await group.findings.markFixed(findingId, olive!, second);
    await group.findings.reopen(findingId, ada!, 'It is as it was');
    group.clock.advance(60_000);
    await group.findings.markFixed(findingId, olive!, second, 'Please empty your browser’s cache');
    expect(await asked()).toBe(before + 2);
  });

  it('comes back at once when a round on that version is open already', async () => {
    const { roundId, courseId } = await aRound();
    const findingId = await group.raise(roundId, ada!, { severity: 'should_fix' });
    const second = await group.aVersion(courseId);
    await group.aRound(olive!, second, [ada!]);
    await group.findings.markFixed(findingId, olive!, second);
    expect((await group.letters(ada!)).at(-1)!.subject).toBe('Please confirm: your finding is fixed in Golf');
    expect(await row(findingId)).toMatchObject({ state: 'fixed', settled_by: olive });
    await group.findings.confirm(findingId, ada!);
    await expect(group.findings.confirm(findingId, ada!)).rejects.toThrow(FindingIsElsewhere);
  });

  it('is dealt with by officers, and its thread says what was done', async () => {
    const { roundId, versionId } = await aRound();
    const id = await group.raise(roundId, ada!, { severity: 'suggestion' });
    await expect(group.findings.answer(id, ada!, 'Well')).rejects.toThrow(NotYoursToDo);
    await expect(group.findings.assign(id, olive!, ada!)).rejects.toThrow('Choose an officer');
    await expect(group.findings.willNotFix(id, olive!, 'No')).rejects.toThrow('10 characters');
    await expect(group.findings.markFixed(id, olive!, versionId)).rejects.toThrow('newer version');
    await group.findings.assign(id, olive!, olive!);
    await group.findings.answer(id, olive!, 'Do you mean the second film?');
    await group.findings.comment(id, ben!, 'I saw it too');
    await group.findings.willNotFix(id, olive!, 'The film is the supplier’s');
    const thread = await group.database.source.query<object[]>(
      'select author_id as by, text, change from finding_comment where finding_id = $1 order by at, xmin::text::bigint, cmin::text::bigint',
      [id],
    );
    expect(thread).toEqual([
      { by: olive, text: '', change: { assignee: [null, olive] } },
      { by: olive, text: 'Do you mean the second film?', change: { state: ['open', 'answered'] } },
      { by: ben, text: 'I saw it too', change: null },
      {
        by: olive,
        text: 'The film is the supplier’s',
        change: { state: ['answered', 'will_not_fix'], settled: [false, true] },
      },
    ]);
    expect(await group.trail(id)).toEqual([
      'finding.raised',
      'finding.assigned',
      'finding.answer',
      'finding.commented',
      'finding.will_not_fix',
    ]);
  });

  it('is not there for testers whose rounds do not show it', async () => {
    const { roundId } = await aRound();
    const id = await group.raise(roundId, ada!);
    await expect(group.findings.comment(id, cat!, 'Hello')).rejects.toThrow(FindingNotFound);
    await expect(group.findings.withdraw(id, cat!)).rejects.toThrow(FindingNotFound);
    await expect(group.findings.withdraw(id, ben!)).rejects.toThrow(NotYoursToDo);
    await expect(group.findings.comment('ffffffff-0000-4000-8000-000000000000', ada!, 'Hello')).rejects.toThrow(
      FindingNotFound,
    );
    await group.findings.withdraw(id, ada!);
    expect(await row(id)).toMatchObject({ state: 'withdrawn', settled_by: ada });
  });
});
