import { createHash } from 'node:crypto';
import { readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { CertificateFacts, expectedCertificate } from '@induct/accreditation';
import { FileStore, SystemIds } from '@induct/platform';
import { checkPrinted, checkSignature, printJob } from '@induct/printing';
import { type AwardTrial, openAwardTrial } from '../support/award-trial';
import type { Trial } from '../support/trial';
import { WorkerProcess } from './worker-process';

const AWARDS = 200;
const KILLS = 50;
const TIMES_ADDED = 5;
const PATIENCE_MS = 150_000;

/**
 * 200 awards, each job added five times; the worker is killed fifty times while it prints and signs, and once the queue's tables
 * are emptied. Every award must end with exactly one number, one valid PDF in the store, signed with the one key, and one letter.
 * @returns whether it did
 */
export async function awardFaults(trial: Trial): Promise<boolean> {
  const started = performance.now();
  const awards = await openAwardTrial(trial);
  // So that the first ones have to make the key.
  await rm(join(awards.config.DATA_DIR, 'keys'), { recursive: true, force: true });
  const workers = new WorkerProcess(trial, awards.config);
  try {
    const ids: string[] = [];
    for (let i = 0; i < AWARDS; i++) ids.push(await awards.award(`Member ${i}`));
    await addEachAgain(awards, ids);
    const kills = await killWhilePrinting(awards, workers, trial);
    await untilAllPrinted(awards);
    await workers.stop();
    const result = await judge(awards, ids);
    trial.say(
      `awards: ${result.certificates} certificates for ${AWARDS} awards, ${result.numbers} numbers, ` +
        `${result.validPdfs} valid PDFs signed with ${result.seals} key, ${result.strayFiles} stray files, ${result.letters} letters; ` +
        `${kills} kills, queue emptied once, ${result.attempts} printings begun; ` +
        `${Math.round((performance.now() - started) / 1000)} s`,
    );
    const { certificates, numbers, validPdfs, seals, letters, strayFiles } = result;
    return (
      [certificates, numbers, validPdfs, letters].every((count) => count === AWARDS) && seals === 1 && strayFiles === 0
    );
  } finally {
    await workers.stop();
    await awards.close();
  }
}

async function addEachAgain({ queue }: AwardTrial, ids: string[]): Promise<void> {
  for (let time = 1; time < TIMES_ADDED; time++) {
    await queue.addBulk(
      ids.map((id) => {
        const job = printJob({ id, revision: 1 });
        return { ...job, opts: { ...job.opts, jobId: `${id}-again-${time}` } };
      }),
    );
  }
}

/** At different moments: while the browser starts, between two certificates, in the middle of one. */
async function killWhilePrinting(awards: AwardTrial, workers: WorkerProcess, trial: Trial): Promise<number> {
  for (let kill = 1; kill <= KILLS; kill++) {
    await workers.start();
    const before = await countPrinted(awards);
    const enough = before + (kill % 5);
    for (const since = performance.now(); (await countPrinted(awards)) < enough; await wait(10)) {
      if (performance.now() - since > 40_000) throw new Error(`The worker printed nothing before kill ${kill}`);
    }
    await wait((kill * 37) % 90);
    await workers.kill();
    if (kill === KILLS / 2) await emptyQueue(awards);
    if (kill % 5 === 0) trial.say(`awards: ${kill} kills, ${await countPrinted(awards)} printed`);
  }
  await workers.start();
  return KILLS;
}

/** Everything the queue knows is lost: only our own tables are left. */
async function emptyQueue({ source }: AwardTrial): Promise<void> {
  await source.query('delete from bullmq.job');
  await source.query('delete from bullmq.event');
  const [left] = await source.query<{ certificates: number }[]>(
    'select count(*)::int as certificates from certificate',
  );
  if (left?.certificates !== AWARDS) throw new Error('Emptying the queue touched the register');
}

async function countPrinted({ source }: AwardTrial): Promise<number> {
  const rows = await source.query<unknown[]>('select 1 from certificate where rendered_at is not null');
  return rows.length;
}

async function untilAllPrinted(awards: AwardTrial): Promise<void> {
  for (const since = performance.now(); (await countPrinted(awards)) < AWARDS; await wait(100)) {
    if (performance.now() - since > PATIENCE_MS) return;
  }
}

async function judge({ source, config }: AwardTrial, ids: string[]) {
  const files = new FileStore(config, new SystemIds());
  const rows = await source.query<{ id: string; award_id: string; number: string; sha256: string; facts: unknown }[]>(
    `select id, award_id, number, encode(pdf_sha256, 'hex') as sha256, facts from certificate`,
  );
  let validPdfs = 0;
  const seals = new Set<string | undefined>();
  for (const { sha256, facts } of rows) {
    const pdf = await files.read(sha256).catch(() => undefined);
    if (!pdf || createHash('sha256').update(pdf).digest('hex') !== sha256) continue;
    checkPrinted(beforeItWasSigned(pdf), expectedCertificate(CertificateFacts.parse(facts)));
    const signature = await checkSignature(pdf);
    if (!signature?.unchanged) continue;
    seals.add(signature.certificate);
    validPdfs++;
  }
  const [counts] = await source.query<{ letters: number; attempts: number }[]>(
    `select (select count(*)::int from mail where dedupe_key like 'certificate:%') as letters,
            (select sum(render_attempts)::int from certificate) as attempts`,
  );
  return {
    certificates: new Set(rows.map(({ award_id }) => award_id)).size === ids.length ? rows.length : 0,
    numbers: new Set(rows.map(({ number }) => number)).size,
    validPdfs,
    seals: seals.size,
    strayFiles: (await storedFiles(config.DATA_DIR)).length - rows.length,
    letters: counts!.letters,
    attempts: counts!.attempts,
  };
}

/** A signature is written behind what was printed, with the page once more. */
const beforeItWasSigned = (pdf: Buffer): Buffer => pdf.subarray(0, pdf.indexOf('%%EOF') + '%%EOF'.length);

/** Finished files in the store; what a killed process was staging does not count. */
async function storedFiles(dataDir: string): Promise<string[]> {
  const names = await readdir(join(dataDir, 'files'), { recursive: true });
  return names.filter((name) => !name.startsWith('staging') && /^[0-9a-f]{64}$/.test(basename(name)));
}
