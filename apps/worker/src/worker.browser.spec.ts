import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { getQueueToken } from '@nestjs/bullmq';
import { Awards, Certificates } from '@induct/accreditation';
import { Deliveries, Letter, Outbox } from '@induct/letters';
import { type Config, FileStore, QUEUES, quietLogger, Transactions } from '@induct/platform';
import { checkSignature, printJob, xmpNumber } from '@induct/printing';
import type { Queue } from 'bullmq';
import { testConfig } from '../../../test/support/config';
import { cloneDatabase, type TestDatabase } from '../../../test/support/database';
import { Learners } from '../../../test/support/learners';
import { readPdf } from '../../../test/support/pdf';
import { WorkerModule } from './worker.module';

/** @param stands is said when it does not happen: how far it has come instead */
async function until<T>(what: () => Promise<T | undefined>, stands?: () => Promise<unknown>): Promise<T> {
  for (let tries = 0; tries < 1200; tries++) {
    const found = await what();
    if (found) return found;
    await wait(50);
  }
  throw new Error(`It did not happen in a minute: ${JSON.stringify(await stands?.())}`);
}

describe('the worker', () => {
  let database: TestDatabase;
  let config: Config;
  let worker: INestApplicationContext;
  let given: Learners;
  let conduct: string;

  const start = async (settings: Record<string, string> = {}) => {
    config = testConfig(database.url, { DEMO: 'true', ...settings });
    worker = await NestFactory.createApplicationContext(WorkerModule.with(config, database.source), {
      logger: quietLogger(config),
    });
  };
  const award = async (name: string): Promise<string> => {
    const person = await given.aMember(name);
    // In one transaction, as a course commits: the worker's first sweep would award what it found completed before.
    const id = await worker.get(Transactions).run(async (tx) => {
      await given.hasCompleted(person, conduct, { tx });
      return worker.get(Awards).consider(tx, person, new Date('2026-11-22T14:32:00Z'));
    });
    if (!id) throw new Error(`No award was made to ${name}`);
    return id;
  };
  const printed = (id: string) =>
    until(
      async () => {
        const certificate = await worker.get(Certificates).find(id);
        return certificate?.renderedAt ? certificate : undefined;
      },
      async () => [
        await worker.get(Certificates).find(id),
        await database.source.query('select * from bullmq.job'),
        await database.source.query(
          `select state, wait_event, left(query, 200) from pg_stat_activity where datname = current_database()`,
        ),
      ],
    );

  beforeAll(async () => {
    database = await cloneDatabase();
    given = new Learners(database.source);
    conduct = await given.aPublishedCoreModule();
    await start();
  });
  afterAll(async () => {
    await worker.close();
    await database.drop();
  });

  it('prints an award, stores it under its hash and writes to the holder', async () => {
    const certificate = await printed(await award('Siân Rees-Pritchard'));
    const pdf = await worker.get(FileStore).read(certificate.pdfSha256!);
    expect(pdf).toHaveLength(certificate.pdfBytes!);
    expect(await checkSignature(pdf)).toMatchObject({ unchanged: true, signer: 'Northmoor County Council' });
    expect(xmpNumber(pdf)).toBe(certificate.number);
    const { qr, text } = await readPdf(pdf, 2);
    expect(qr).toBe(`${config.SITE_ORIGIN}/verify/${certificate.number}#${certificate.secret}`);
    expect(text).toContain(certificate.number);
    const letter = await until(async () => {
      const [row] = await database.source.query<{ sent_at: Date | null; subject: string }[]>(
        'select sent_at, subject from mail where dedupe_key = $1',
        [`certificate:${certificate.id}:issued`],
      );
      return row?.sent_at ? row : undefined;
    });
    expect(letter.subject).toBe('Your certificate of accreditation: Core skills');
  });

  it('prints a name in Arabic, and says why one that it has no letters for cannot be made until an officer corrects it', async () => {
    await printed(await award('محمد عبد الله'));
    const id = await award('김민수');
    const certificates = worker.get(Certificates);
    const failed = await until(async () => (await certificates.failedJobs()).find((one) => one.id === id));
    expect(failed.error).toContain('letters are missing in the holder’s name: 김 민 수');
    const { personId } = (await certificates.find(id))!;
    await database.source.query(`update person set name = 'Kim Min-su' where id = $1`, [personId]);
    await certificates.retry(id, personId);
    expect(await printed(id)).toMatchObject({ holderName: 'Kim Min-su', facts: { holder: 'Kim Min-su' } });
  });

  it('prints once what is asked for five times', async () => {
    const queue = worker.get<Queue>(getQueueToken(QUEUES.certificates), { strict: false });
    const id = await award('Asked Often');
    const jobs = Array.from({ length: 5 }, (_, at) => {
      const job = printJob({ id, revision: 1 });
      return { ...job, opts: { ...job.opts, jobId: `${id}-again-${at}` } };
    });
    await queue.addBulk(jobs);
    const { pdfSha256 } = await printed(id);
    await until(async () => (await queue.getJobCountByTypes('waiting', 'active', 'delayed')) === 0 || undefined);
    expect((await worker.get(Certificates).find(id))!.pdfSha256).toBe(pdfSha256);
    expect((await worker.get(Certificates).find(id))!.renderAttempts).toBe(1);
    const letters = await database.source.query<unknown[]>('select 1 from mail where dedupe_key like $1', [
      `certificate:${id}:%`,
    ]);
    expect(letters).toHaveLength(1);
  });

  it('finds what the queue has lost', async () => {
    const queue = worker.get<Queue>(getQueueToken(QUEUES.certificates), { strict: false });
    await queue.pause();
    const ids = [await award('Lost One'), await award('Lost Two')];
    await database.source.query('delete from bullmq.job');
    await queue.resume();
    for (const id of ids) expect(await printed(id)).toMatchObject({ state: 'issued' });
  });

  it('forgets a letter whose secret is over, and does not send it', async () => {
    const posted = {
      once: ['test', 'over'] as const,
      recipient: 'a@members.example',
      letter: () => Letter.of({ subject: 'Your link', name: 'Ada', parts: ['tok'] }),
      secretUntil: new Date(Date.now() - 1),
    };
    const id = await worker.get(Transactions).run((tx) => worker.get(Outbox, { strict: false }).post(tx, posted));
    const forgotten = await until(async () => {
      const [row] = await database.source.query<{ forgotten_at: Date | null; sent_at: Date | null; words: string }[]>(
        'select forgotten_at, sent_at, body_text || body_html as words from mail where id = $1',
        [id],
      );
      return row?.forgotten_at ? row : undefined;
    });
    expect(forgotten.sent_at).toBeNull();
    expect(forgotten.words).not.toContain('tok');
    expect((await worker.get(Certificates).failedJobs()).some((job) => job.id === id)).toBe(false);
  });

  it('keeps a letter whose mail server is away, says why, and tries again', async () => {
    await worker.close();
    const said: string[] = [];
    let away = true;
    const server = createServer((socket: Socket) => speakSmtp(socket, said, () => away));
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    await start({ SMTP_URL: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}` });
    const post = (tx: Parameters<Outbox['post']>[0]) =>
      worker.get(Outbox, { strict: false }).post(tx, {
        once: ['test', 'one'],
        recipient: 'a@members.example',
        letter: () => Letter.of({ subject: 'Hello', name: 'Ada', parts: ['Hello there'] }),
      });
    const id = await worker.get(Transactions).run(post);
    const failed = await until(async () => (await worker.get(Certificates).failedJobs()).find((job) => job.id === id));
    expect(failed).toMatchObject({ kind: 'mail', about: 'Hello', attempts: 1 });
    expect(failed.error).toContain('421');
    away = false;
    expect(await worker.get(Transactions).run((tx) => worker.get(Deliveries).retry(tx, id!))).toBe(true);
    await until(async () => said.includes('DATA') || undefined);
    await until(async () => !(await worker.get(Certificates).failedJobs()).some((job) => job.id === id) || undefined);
    expect(said).toContain('RCPT TO:<a@members.example>');
    server.close();
  });
});

/** As much of a mail server as a client needs to hear. */
function speakSmtp(socket: Socket, said: string[], away: () => boolean): void {
  let inData = false;
  socket.on('error', () => {});
  socket.write(away() ? '421 closed for today\r\n' : '220 here\r\n');
  if (away()) return void socket.end();
  socket.on('data', (data) => {
    for (const line of data.toString().split('\r\n').filter(Boolean)) {
      if (inData && line !== '.') continue;
      said.push(line);
      const word = line.slice(0, 4).toUpperCase();
      inData = word === 'DATA';
      socket.write(inData ? '354 go on\r\n' : word === 'QUIT' ? '221 bye\r\n' : '250 fine\r\n');
    }
  });
}
