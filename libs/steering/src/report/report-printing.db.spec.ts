import { randomUUID } from 'node:crypto';
import { FileStore } from '@induct/platform';
import { printJob, Prints } from '@induct/printing';
import { printsOf } from '../../../../test/support/prints';
import { SteeringGroup } from '../../../../test/support/steering-group';
import { PrintedReports, RoundNotFound, RoundReports } from '..';

const PDF = Buffer.from('%PDF-1.7 one');
const NEXT = Buffer.from('%PDF-1.7 another');

describe('the PDF of a report', () => {
  let group: SteeringGroup;
  let reports: RoundReports;
  let prints: Prints;
  let kind: PrintedReports;
  let files: FileStore;
  let [olive, adam, ada, ben]: string[] = [];

  beforeAll(async () => {
    group = await SteeringGroup.gather();
    reports = group.module.get(RoundReports, { strict: false });
    prints = printsOf(group.module);
    kind = group.module.get(PrintedReports, { strict: false });
    files = group.module.get(FileStore, { strict: false });
    olive = await group.aPerson('Olive Officer', 'officer');
    adam = await group.aPerson('Adam Administrator', 'administrator');
    ada = await group.aPerson('Ada Fenwick', 'tester');
    ben = await group.aPerson('Ben Osei', 'tester');
  });
  afterAll(() => group?.leave());

  const aClosedRound = async () => {
    const { courseId, versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!, ben!], 1);
    const findingId = await group.raise(roundId, ada!, { severity: 'should_fix' });
    await group.signOff(roundId, ada!);
    return { courseId, versionId, roundId, findingId };
  };
  const wanted = async (roundId: string) => (await prints.wanted(kind, 1000)).find(({ id }) => id === roundId);
  const taken = async (roundId: string, worker: string) => {
    const held = await prints.take(kind, roundId, worker);
    if (typeof held === 'string') throw new Error(held);
    return held;
  };
  const print = async (roundId: string, pdf = PDF) => {
    await prints.store(kind, await taken(roundId, randomUUID()), pdf);
  };

  it('is wished for when the round closes, and printed once', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!]);
    expect(await reports.pdf(roundId)).toEqual({ state: 'none' });
    await group.signOff(roundId, ada!);
    expect(await reports.pdf(roundId)).toEqual({ state: 'being made' });
    expect(await wanted(roundId)).toEqual({ id: roundId, revision: 1 });
    const worker = randomUUID();
    const held = await taken(roundId, worker);
    expect(held.document.decision).toMatch(/^Version 1 was signed off/);
    expect(await prints.take(kind, roundId, randomUUID())).toBe('taken');
    expect(await wanted(roundId)).toBeUndefined();
    await prints.store(kind, held, PDF);
    const made = await reports.pdf(roundId);
    expect(made).toMatchObject({ state: 'made', bytes: PDF.length, madeAt: group.clock.now() });
    expect(await files.read((made as { sha256: string }).sha256)).toEqual(PDF);
    expect(await prints.take(kind, roundId, worker)).toBe('done');
    expect(await wanted(roundId)).toBeUndefined();
  });

  it('is printed anew, once for changes that come together, and the old one goes', async () => {
    const { roundId, findingId } = await aClosedRound();
    await print(roundId);
    const { sha256 } = (await reports.pdf(roundId)) as { sha256: string };
    await group.findings.comment(findingId, olive!, 'Thank you');
    expect(await reports.pdf(roundId)).toMatchObject({ state: 'made' });
    await group.findings.willNotFix(findingId, olive!, 'It is meant to be like this');
    await group.findings.reopen(findingId, ada!, 'It is not');
    expect(await reports.pdf(roundId)).toEqual({ state: 'being made' });
    expect(await wanted(roundId)).toBeUndefined();
    group.clock.advance(10_000);
    expect(await wanted(roundId)).toEqual({ id: roundId, revision: 3 });
    await print(roundId, NEXT);
    expect(await reports.pdf(roundId)).toMatchObject({ state: 'made', bytes: NEXT.length });
    expect(await files.has(sha256)).toBe(false);
  });

  it('is printed anew in every closed round that a finding was carried into, and when the version is published', async () => {
    const first = await aClosedRound();
    const second = await group.aVersion(first.courseId);
    const next = await group.aRound(olive!, second, [ben!]);
    await group.signOff(next, ben!);
    for (const roundId of [first.roundId, next]) await print(roundId);
    await group.findings.markFixed(first.findingId, olive!, second);
    for (const roundId of [first.roundId, next]) {
      expect(await reports.pdf(roundId)).toEqual({ state: 'being made' });
      await print(roundId);
    }
    await group.publish(second, olive!);
    expect(await reports.pdf(next)).toEqual({ state: 'being made' });
    expect(await reports.pdf(first.roundId)).toMatchObject({ state: 'made' });
    expect((await reports.of(next))!.publishedByName).toBe('Olive Officer');
  });

  it('is printed anew when an override publishes its version', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!]);
    await group.rounds.close(roundId, olive!);
    await print(roundId);
    const reason = 'The law on declaring gifts changes tomorrow';
    const { overrideId } = await group.publishing.proposeOverride(versionId, adam!, reason);
    expect(await reports.pdf(roundId)).toMatchObject({ state: 'made' });
    const description = { title: 'Golf', summary: '', minutes: 20, core: false };
    await group.publishing.confirmOverride(overrideId, olive!, description, {
      policy: 'nothing',
      changeNote: '',
      halfWay: 'finish_old',
    });
    expect(await reports.pdf(roundId)).toEqual({ state: 'being made' });
    expect((await reports.of(roundId))!.decision).toMatch(/It was published by override\.$/);
  });

  it('stays wished for when something changed while it was printed', async () => {
    const { roundId, findingId } = await aClosedRound();
    const held = await taken(roundId, randomUUID());
    await group.findings.willNotFix(findingId, olive!, 'It is meant to be like this');
    await prints.store(kind, held, PDF);
    expect(await reports.pdf(roundId)).toEqual({ state: 'being made' });
    await print(roundId, NEXT);
    expect(await reports.pdf(roundId)).toMatchObject({ state: 'made' });
  });

  it('is taken over from a worker that died, whose file is removed', async () => {
    const { roundId } = await aClosedRound();
    const [dead, alive] = [randomUUID(), randomUUID()];
    const slow = await taken(roundId, dead);
    group.clock.advance(5001);
    expect(await wanted(roundId)).toMatchObject({ id: roundId });
    const other = await taken(roundId, alive);
    // The dead one was only slow: what it brings is not kept, and does no harm.
    await prints.store(kind, slow, NEXT);
    await prints.store(kind, other, PDF);
    const made = (await reports.pdf(roundId)) as { sha256: string };
    expect(await files.read(made.sha256)).toEqual(PDF);
    await reports.ask(roundId);
    const again = await taken(roundId, dead);
    expect(again.kept).toBe(made.sha256);
    const left = await files.put(NEXT);
    await group.database.source.query(
      `update round_report set storing_sha256 = decode($2, 'hex') where round_id = $1`,
      [roundId, left],
    );
    group.clock.advance(5001);
    await taken(roundId, alive);
    expect(await files.has(left)).toBe(false);
    expect(await files.has(made.sha256)).toBe(true);
  });

  it('is given up after five tries, and tried again when somebody asks', async () => {
    const { roundId } = await aClosedRound();
    for (let tries = 0; tries < 5; tries++) {
      expect(await reports.pdf(roundId)).toEqual({ state: 'being made' });
      await prints.failed(kind, await taken(roundId, randomUUID()), new Error('Target closed'));
    }
    expect(await reports.pdf(roundId)).toEqual({ state: 'failed' });
    expect(await wanted(roundId)).toBeUndefined();
    await reports.ask(roundId);
    expect(await reports.pdf(roundId)).toEqual({ state: 'being made' });
    const again = (await wanted(roundId))!;
    // Another than the one that the queue gave up on.
    expect(printJob(again).opts.jobId).not.toBe(printJob({ id: roundId, revision: 1 }).opts.jobId);
  });

  it('can be had of an open round, when somebody asks', async () => {
    const { versionId } = await group.aCourse();
    const roundId = await group.aRound(olive!, versionId, [ada!]);
    await reports.ask(roundId);
    await print(roundId);
    expect(await reports.pdf(roundId)).toMatchObject({ state: 'made' });
    await group.raise(roundId, ada!, { severity: 'suggestion' });
    expect(await reports.pdf(roundId)).toMatchObject({ state: 'made' });
    await group.signOff(roundId, ada!);
    expect(await reports.pdf(roundId)).toEqual({ state: 'being made' });
    await expect(reports.ask(randomUUID())).rejects.toThrow(RoundNotFound);
  });
});
