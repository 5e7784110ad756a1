import { join } from 'node:path';
import { givenLaunches } from '../support/given-launches';
import { startProcess } from '../support/process';
import type { Trial } from '../support/trial';
import { countWhatIsKept } from './commits.count';
import { FaultyMember } from './faulty-member';
import { killPostgres } from './kill-postgres';

const MEMBERS = 50;
const COMMITS = 10_000;
const TRACKER_KILLS = 50;
const POSTGRES_KILLS = 5;

/**
 * 50 members send 10,000 commits through the real API and repeat each until it is acknowledged, while the tracker is
 * killed 50 times and PostgreSQL, with all its processes, 5 times. Nothing acknowledged may be lost or counted twice.
 */
export async function commitFaults(trial: Trial): Promise<boolean> {
  const started = performance.now();
  const database = await trial.freshDatabase();
  const launches = await givenLaunches(database.url, MEMBERS);
  const port = await trial.freePort();
  const tracker = new KillableTracker(database.url, port, trial.dataDir);
  // Its end leaves the compiled code behind, so that the ones that are killed start sooner.
  await tracker.start();
  await tracker.stop();
  await tracker.start();

  const members = launches.map((launch) => new FaultyMember(port, launch, COMMITS / MEMBERS));
  const acknowledged = () => members.reduce((sum, member) => sum + member.acknowledged, 0);
  const learning = Promise.all(members.map((member) => member.learn()));
  const kills = TRACKER_KILLS + POSTGRES_KILLS;
  for (let kill = 1; kill <= kills; kill++) {
    // Spread over the work that is left, so that every kill meets commits in flight.
    const until = Math.floor((COMMITS * kill) / (kills + 1));
    while (acknowledged() < until) await new Promise((done) => setTimeout(done, 5));
    await new Promise((done) => setTimeout(done, Math.random() * 50));
    if (kill % (kills / POSTGRES_KILLS) === 0) await killPostgres(trial);
    else await tracker.restart();
    if (kill % 11 === 0) trial.say(`commits: ${acknowledged()} acknowledged, ${kill} of ${kills} kills`);
  }
  await learning;
  await tracker.stop();

  const counts = await countWhatIsKept(database.url, members);
  const seconds = Math.round((performance.now() - started) / 1000);
  const retries = members.reduce((sum, member) => sum + member.retries, 0);
  trial.say(
    `commits: ${acknowledged()} acknowledged by ${MEMBERS} members, ${retries} tries in vain, ${TRACKER_KILLS} kills of the tracker and ${POSTGRES_KILLS} of PostgreSQL: ${counts.lost} lost, ${counts.twice} counted twice, ${counts.wrong} results wrong (${seconds} s)`,
  );
  await database.drop();
  return acknowledged() === COMMITS && counts.lost === 0 && counts.twice === 0 && counts.wrong === 0;
}

class KillableTracker {
  private process?: ReturnType<typeof startProcess>;

  constructor(
    private readonly databaseUrl: string,
    private readonly port: number,
    private readonly dataDir: string,
  ) {}

  async start(): Promise<void> {
    const main = join(__dirname, '../../apps/progress-tracker/src/main.js');
    const settings = {
      DATABASE_URL: this.databaseUrl,
      DATA_DIR: this.dataDir,
      COMMITS_PER_MINUTE: '100000000',
      LOG_LEVEL: 'silent',
      NODE_COMPILE_CACHE: join(this.dataDir, 'compiled'),
    };
    // PostgreSQL may still be recovering: then the process ends, and is started again as a supervisor would.
    for (let attempt = 1; ; attempt++) {
      this.process = startProcess(main, { ...settings, TRACKER_PORT: String(this.port) }, 'ignore');
      try {
        return await this.process.listening(this.port);
      } catch (error) {
        if (attempt === 10) throw error;
        await new Promise((done) => setTimeout(done, 200));
      }
    }
  }

  async restart(): Promise<void> {
    await this.process?.kill();
    await this.start();
  }

  async stop(): Promise<void> {
    await this.process?.stop();
  }
}
