import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { getQueueToken } from '@nestjs/bullmq';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FileStore, QUEUES, quietLogger } from '@induct/platform';
import { Printer, printJob } from '@induct/printing';
import { type ReportPdf, RoundReports } from '@induct/steering';
import type { Queue } from 'bullmq';
import { testConfig } from '../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { GivenCouncil } from '../../../test/support/given-council';
import { GivenTesting } from '../../../test/support/given-testing';
import { readPdf } from '../../../test/support/pdf';
import { WorkerModule } from './worker.module';

const HOSTILE = `<img src=x onerror=alert(1)></p><script>alert(1)</script>{{council}}`;
const squeezed = (text: string) => text.replace(/\s+/g, '');

// Each prints with a browser of its own, and a busy machine takes long to start one.
jest.setTimeout(180_000);

describe('the worker, about reports', () => {
  let database: TestDatabase;
  let worker: INestApplicationContext;
  let reports: RoundReports;
  let given: GivenTesting;
  let [ann, olive]: string[] = [];
  let rounds = 0;

  beforeAll(async () => {
    database = await cloneDatabase();
    given = new GivenTesting(database.source);
    const council = new GivenCouncil(database.source);
    ann = await council.aPerson({ name: 'Ann Tester', roles: ['tester'] });
    olive = await council.aPerson({ name: 'Olive Officer', roles: ['officer'] });
    const config = testConfig(database.url);
    worker = await NestFactory.createApplicationContext(WorkerModule.with(config, database.source), {
      logger: quietLogger(config),
    });
    reports = worker.get(RoundReports, { strict: false });
  });
  afterAll(async () => {
    await worker?.close();
    await database?.drop();
  });

  const aClosedRound = async () => {
    const course = await given.aCourse('Golf', `golf-${rounds++}`);
    const roundId = await given.aRound({ ...course, openedBy: olive!, testers: [ann!, olive!], quorum: 2 });
    await given.aPreview(roundId, ann!);
    await given.aSignOff(roundId, ann!, 'signed_off');
    await given.aSignOff(roundId, olive!, 'signed_off');
    await given.aFinding({ ...course, roundId, authorId: ann!, text: HOSTILE });
    await given.closed(roundId, 'quorum');
    return roundId;
  };
  const printed = async (roundId: string) => {
    for (;;) {
      const pdf: ReportPdf = await reports.pdf(roundId);
      if (pdf.state === 'made') return pdf;
      if (pdf.state === 'failed') throw new Error('It was given up');
      await wait(50);
    }
  };

  it('prints what is asked for, finds it in the table alone, and keeps every word a word', async () => {
    const roundId = await aClosedRound();
    await reports.ask(roundId);
    const { sha256, bytes } = await printed(roundId);
    const pdf = await worker.get(FileStore).read(sha256);
    expect(pdf).toHaveLength(bytes);
    const { texts, title, tagged } = await readPdf(pdf, 1);
    expect({ title, tagged }).toEqual({ title: 'Report on test round 1: Golf', tagged: true });
    const text = squeezed(texts.join(' '));
    for (const words of ['Ann Tester', 'Version 1 was signed off, with 2 of 2 needed sign-offs.', HOSTILE])
      expect(text).toContain(squeezed(words));
  });

  it('prints once what is asked for five times', async () => {
    const print = jest.spyOn(worker.get(Printer, { strict: false }), 'printPictured');
    const queue = worker.get<Queue>(getQueueToken(QUEUES.reports), { strict: false });
    const roundId = await aClosedRound();
    await reports.ask(roundId);
    const job = printJob({ id: roundId, revision: 1 });
    await queue.addBulk([1, 2, 3, 4].map((at) => ({ ...job, opts: { ...job.opts, jobId: `${roundId}-again-${at}` } })));
    const { sha256 } = await printed(roundId);
    while ((await queue.getJobCountByTypes('waiting', 'active', 'delayed')) > 0) await wait(50);
    expect(await printed(roundId)).toMatchObject({ sha256 });
    expect(print).toHaveBeenCalledTimes(1);
    print.mockRestore();
  });

  it('takes over what a killed worker had begun', async () => {
    const roundId = await aClosedRound();
    // As the dead one left it: a lease that nobody renews, and a file that no row is about.
    const left = await worker.get(FileStore).put(Buffer.from(`left of ${roundId}`));
    const [lease] = await database.source.query<[{ until: Date }]>(
      `insert into round_report (round_id, wanted_at, attempts, leased_by, leased_until, storing_sha256)
       values ($1, now(), 1, $2, now() + interval '2 seconds', decode($3, 'hex')) returning leased_until as until`,
      [roundId, randomUUID(), left],
    );
    await printed(roundId);
    const [report] = await database.source.query<[{ at: Date }]>(
      'select made_at as at from round_report where round_id = $1',
      [roundId],
    );
    // Not before the dead one's lease was over.
    expect(report.at.getTime()).toBeGreaterThan(lease.until.getTime());
    expect(await worker.get(FileStore).has(left)).toBe(false);
  });

  it('tries again when the browser dies, and keeps nothing that is no report', async () => {
    const printer = worker.get(Printer, { strict: false });
    const empty = await printer.print({ language: 'en-GB', title: 'Report on test round 1', head: '', body: '' });
    const print = jest
      .spyOn(printer, 'printPictured')
      .mockRejectedValueOnce(new Error('Target closed'))
      .mockResolvedValueOnce({ pdf: empty });
    const roundId = await aClosedRound();
    await reports.ask(roundId);
    const { sha256 } = await printed(roundId);
    expect(print).toHaveBeenCalledTimes(3);
    const { texts } = await readPdf(await worker.get(FileStore).read(sha256), 1);
    expect(squeezed(texts.join(' '))).toContain('AnnTester');
    print.mockRestore();
  });
});
