import { Inject, Injectable } from '@nestjs/common';
import { Clock, CONFIG, type Config, RepeatedWork } from '@induct/platform';
import { RecordStore, recordStoreIn, type StoreAnswer } from './record-store';
import { StatementRepository, type WaitingStatement } from './statement.repository';
import type { StatementSendingEntity } from './statement-sending.entity';
import { attemptStatements, launchStatements } from './statement.rules';

const EVERY_MS = 30_000;
const MINUTE_MS = 60_000;
/** Rows carry the time of before they were committed. */
const LOOK_BACK_MS = 10 * MINUTE_MS;
/** No launch lives that long. */
const LAUNCH_LIVES_MS = 2 * 1440 * MINUTE_MS;
/** A part that has finished is often followed by the next. */
const QUIET_MS = 10 * MINUTE_MS;
const AT_ONCE = 50;
const WRITTEN_AT_ONCE = 200;
const MOST_BATCHES = 20;
const MOST_WAIT_MINUTES = 15;

/**
 * Tells a learning record store what was learnt, when there is one. What is to tell is read from the tables after the fact, so a
 * commit knows nothing of it; what was told is a row, so that it is told once, however long the store is away.
 */
@Injectable()
export class StatementWork extends RepeatedWork {
  private readonly store: RecordStore | undefined;
  private hasForgotten = false;

  constructor(
    private readonly statements: StatementRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    super('statements for the record store', EVERY_MS);
    const settings = recordStoreIn(config);
    this.store = settings && new RecordStore(settings);
  }

  async work(): Promise<void> {
    if (!this.store) return this.forget();
    const now = this.clock.now();
    await this.statements.begin(now);
    const turn = await this.statements.claim(now);
    if (!turn) return;
    let { lookedUntil, failures } = turn;
    let problem: string | null = turn.problem;
    try {
      await this.look(turn, now);
      lookedUntil = now;
      problem = (await this.send(this.store)) ?? null;
      failures = problem === null ? 0 : failures + 1;
    } finally {
      const wait = problem === null ? 0 : Math.min(MOST_WAIT_MINUTES, 2 ** (failures - 1)) * MINUTE_MS;
      const busyUntil = new Date(this.clock.now().getTime() + wait);
      await this.statements.turned({ lookedUntil, busyUntil, failures, problem });
    }
  }

  /** What happens while it is off is not told when it is on again. */
  private async forget(): Promise<void> {
    if (this.hasForgotten) return;
    await this.statements.forget();
    this.hasForgotten = true;
  }

  /** Writes down what is to be told. */
  private async look({ beganAt, lookedUntil }: StatementSendingEntity, now: Date): Promise<void> {
    const { SITE_ORIGIN: site } = this.config;
    const back = (ms: number) => new Date(Math.max(beganAt.getTime(), lookedUntil.getTime() - ms));
    const quiet = new Date(now.getTime() - QUIET_MS);
    const attempts = await this.statements.attempts(back(LOOK_BACK_MS));
    const launches = await this.statements.launches(back(LAUNCH_LIVES_MS), now, quiet);
    const told = [
      ...launches.flatMap((launch) => launchStatements(launch, site)),
      ...attempts.flatMap((attempt) => attemptStatements(attempt, site)),
    ];
    for (let at = 0; at < told.length; at += WRITTEN_AT_ONCE)
      await this.statements.add(told.slice(at, at + WRITTEN_AT_ONCE), now);
  }

  /** @returns why it ended before everything was told */
  private async send(store: RecordStore): Promise<string | undefined> {
    for (let batch = 0; batch < MOST_BATCHES && !this.isStopping; batch++) {
      const waiting = await this.statements.waiting(AT_ONCE);
      if (waiting.length === 0) return undefined;
      const answer = await this.sendTogether(store, waiting);
      if (answer.kind === 'not now') return answer.problem;
      // One that will never be taken keeps back all that were sent with it.
      if (answer.kind === 'refused' && waiting.length > 1) {
        for (const one of waiting) {
          if (this.isStopping) return undefined;
          const alone = await this.sendTogether(store, [one]);
          if (alone.kind === 'not now') return alone.problem;
        }
      }
    }
    return undefined;
  }

  private async sendTogether(store: RecordStore, waiting: readonly WaitingStatement[]): Promise<StoreAnswer> {
    const answer = await store.send(waiting.map(({ body }) => body));
    if (answer.kind === 'taken') {
      await this.statements.sent(
        waiting.map(({ id }) => id),
        this.clock.now(),
      );
    }
    if (answer.kind === 'refused' && waiting.length === 1)
      await this.statements.refused(waiting[0]!.id, answer.refusal);
    return answer;
  }
}
