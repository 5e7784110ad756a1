import { setTimeout as wait } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import { CertificateDocument, Certificates } from '@induct/accreditation';
import { quietLogger } from '@induct/platform';
import { htmlOf, launchBrowser } from '@induct/printing';
import { WorkerModule } from '../../apps/worker/src';
import { type AwardTrial, openAwardTrial } from '../support/award-trial';
import type { Trial } from '../support/trial';
import { type Figure, percentiles, round } from './figure';

const WARM_UP = 5;
const IN_A_ROW = 60;
const ONE_BY_ONE = 25;

/**
 * PDFs a second through the queue (award, lease, rendering, check, store, letter), beside a loop that only prints the same
 * HTML with one page of one browser. And from award to stored PDF while nothing else is to do.
 */
export async function certificatesBench(trial: Trial): Promise<Record<string, Figure>> {
  const awards = await openAwardTrial(trial);
  try {
    const worker = () =>
      NestFactory.createApplicationContext(WorkerModule.with(awards.config, awards.source), {
        logger: quietLogger({ LOG_LEVEL: 'warn' }),
      });
    let app = await worker();
    const first = await awards.award('Warm Up');
    await allPrinted(awards, [first]);
    const certificate = (await app.get(Certificates).find(first))!;
    const html = htmlOf(await new CertificateDocument(awards.config.SITE_ORIGIN).sheet(certificate));

    const delays: number[] = [];
    for (let i = 0; i < ONE_BY_ONE; i++) {
      const begun = performance.now();
      await allPrinted(awards, [await awards.award(`Member ${i}`)]);
      delays.push(performance.now() - begun);
    }
    trial.say(`award to PDF, one by one: ${ONE_BY_ONE}`);
    await app.close();

    // Half of the floor before and half after, so that a machine that grows busy weighs on both.
    const before = await bareLoop(trial, html, IN_A_ROW / 2);
    const ids: string[] = [];
    for (let i = 0; i < WARM_UP + IN_A_ROW; i++) ids.push(await awards.award(`Member in a row ${i}`));
    app = await worker();
    await enoughPrinted(awards, ids, WARM_UP);
    const begun = performance.now();
    const already = await printed(awards, ids);
    await allPrinted(awards, ids);
    const perSecond = (ids.length - already) / ((performance.now() - begun) / 1000);
    await app.close();
    const floor = (before + (await bareLoop(trial, html, IN_A_ROW / 2))) / 2;

    const delay = percentiles(delays);
    const ratio = perSecond / floor;
    return {
      queue: {
        perSecond: round(perSecond),
        floor: round(floor),
        ratio: round(ratio),
        goal: 'ratio ≥ 0.9',
        met: ratio >= 0.9,
      },
      award: { seconds: round(delay.p50 / 1000), goal: 'p95 ≤ 1000 ms, idle queue', met: delay.p95 <= 1000, ...delay },
    };
  } finally {
    await awards.close();
  }
}

async function bareLoop(trial: Trial, html: string, count: number): Promise<number> {
  const browser = await launchBrowser({
    dataDir: `${trial.dataDir}/awards`,
    executablePath: process.env.CHROMIUM_PATH,
  });
  try {
    const page = await browser.newPage();
    const print = async () => {
      await page.setContent(html);
      await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true });
    };
    for (let i = 0; i < WARM_UP; i++) await print();
    const begun = performance.now();
    for (let i = 0; i < count; i++) await print();
    return count / ((performance.now() - begun) / 1000);
  } finally {
    await browser.close();
  }
}

const allPrinted = (awards: AwardTrial, ids: string[]) => enoughPrinted(awards, ids, ids.length);

async function enoughPrinted(awards: AwardTrial, ids: string[], count: number): Promise<void> {
  for (const started = performance.now(); (await printed(awards, ids)) < count; await wait(5)) {
    if (performance.now() - started > 120_000) throw new Error('The certificates were not printed in two minutes');
  }
}

async function printed({ source }: AwardTrial, ids: string[]): Promise<number> {
  const rows = await source.query<unknown[]>(
    'select 1 from certificate where id = any($1) and rendered_at is not null',
    [ids],
  );
  return rows.length;
}
