import { rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { startEmbeddedPostgres } from '@induct/platform';
import { Client } from 'pg';
import { givenLaunches } from '../support/given-launches';
import { dice } from '../support/random-history';
import type { Trial } from '../support/trial';
import { countWhatIsKept } from './commits.count';
import { FaultyMember } from './faulty-member';
import { appUrl, postmaster, sent, type Started, startInGroup } from './induct-in-group';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Induct is stopped in every way, at random moments of its start, while it imports, prints and takes commits, and its
 * PostgreSQL is killed. It has to end by itself within the bound, leave no PostgreSQL running, and lose no commit.
 * @param seed draws the same moments again
 * @param times of each kind
 */
export async function stopFaults(
  trial: Trial,
  seed = Math.floor(Math.random() * 2 ** 31),
  times = 2,
): Promise<boolean> {
  const begun = performance.now();
  trial.say(`stops: seed ${seed}`);
  const { below } = dice(seed);
  const wrong: string[] = [];
  const committed: FaultyMember[] = [];
  let ends = 0;
  let slowest = 0;
  const kept = resolve(trial.dataDir, 'stops');
  const attempt = async (what: string, dataDir: string, work: (induct: Started, time: number) => Promise<void>) => {
    for (let time = 0; time < times; time++) {
      const signal = SIGNALS[ends++ % SIGNALS.length]!;
      const induct = await startInGroup(trial, dataDir);
      await work(induct, time);
      const { problem, seconds } = await induct.end(signal);
      if (problem) wrong.push(`${what}, ${signal}: ${problem}`);
      slowest = Math.max(slowest, seconds);
      trial.say(`stops: ${what}, ${signal}: ${problem ?? 'well'} in ${seconds.toFixed(1)} s`);
    }
  };
  const first = `${kept}-first`;
  await attempt('first start, importing', first, async (induct) => {
    await induct.begun();
    await wait(below(15_000));
  });
  rmSync(first, { recursive: true, force: true });
  await attempt('first start, from nothing', first, async (induct) => {
    await wait(below(5000));
    induct.npm.once('exit', () => setTimeout(() => rmSync(first, { recursive: true, force: true }), 50));
  });
  await attempt('nothing under way', kept, (induct) => induct.ready());
  await attempt('warm start', kept, async (induct) => {
    await induct.begun();
    await wait(below(3000));
  });
  await attempt('printing', kept, async (induct) => {
    await induct.ready();
    await printAgain(induct.dataDir);
    await wait(below(1500));
  });
  await attempt('PostgreSQL killed', kept, async (induct, time) => {
    await induct.ready();
    const killed = postmaster(induct.dataDir)!;
    if (!sent(killed, 'SIGKILL')) throw new Error(`There is no PostgreSQL ${killed}:\n${induct.log()}`);
    // While it is being started again, and once it is there.
    if (time % 2 === 1) await wait(below(2000));
    else await anotherThan(killed, induct);
  });
  await attempt('committing', kept, async (induct) => {
    await induct.ready();
    const url = appUrl(induct.dataDir);
    const members = (await givenLaunches(url, 5)).map((launch) => new FaultyMember(induct.contentPort, launch, 1000));
    for (const member of members) void member.learn().catch(() => undefined);
    await wait(500 + below(1000));
    induct.npm.once('exit', () => members.forEach((member) => member.giveUp()));
    committed.push(...members);
  });
  const postgres = await startEmbeddedPostgres(kept);
  for (const member of committed) {
    // What was written and not acknowledged any more is no fault.
    const { lost, twice } = await countWhatIsKept(postgres.url, [member]);
    if (lost > 0 || twice > 0) wrong.push(`${lost} commits lost, ${twice} counted twice`);
  }
  await postgres.stop();
  const seconds = Math.round((performance.now() - begun) / 1000);
  const summary = `${ends} ends, the slowest in ${slowest.toFixed(1)} s, ${wrong.length} wrong (${seconds} s)`;
  trial.say(`stops: ${summary}${wrong.map((line) => `\n  ${line}`).join('')}`);
  return wrong.length === 0;
}

async function anotherThan(killed: number, induct: Started): Promise<void> {
  let now: number | undefined = killed;
  for (const since = performance.now(); now === undefined || now === killed; now = postmaster(induct.dataDir)) {
    if (performance.now() - since > 60_000) throw new Error(`PostgreSQL is not started again:\n${induct.log()}`);
    await wait(50);
  }
  await induct.ready();
}

async function printAgain(dataDir: string): Promise<void> {
  const database = new Client({ connectionString: appUrl(dataDir) });
  await database.connect();
  await database.query(
    `update certificate set rendered_at = null, leased_until = null
     where id in (select id from certificate where state = 'issued' order by issued_at limit 20)`,
  );
  await database.end();
}
