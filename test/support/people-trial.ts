import { Global, Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { PeopleModule, PeopleService, type Role } from '@induct/people';
import { PlatformModule, Transactions } from '@induct/platform';
import { LearningActivity, type SigningIn, SignInLinks, SignInModule, SignIns } from '@induct/sign-in';
import { testConfig } from './config';
import { cloneDatabase, type TestDatabase } from './database';
import { FixedClock } from './fixed-clock';

export const MINUTE = 60_000;
export const START = new Date('2026-11-22T14:32:00Z');
/** The network of whoever asks for a letter. */
export const HOME = '192.0.2.1';

/** The services of this lib on a database of their own. */
export class PeopleTrial {
  private count = 0;
  /** What is heard of learning in open modules. */
  lastLearned: Date | undefined;

  private constructor(
    readonly database: TestDatabase,
    readonly parts: TestingModule,
    readonly clock: FixedClock,
  ) {}

  static async open(): Promise<PeopleTrial> {
    const clock = new FixedClock(START);
    const database = await cloneDatabase();
    let trial: PeopleTrial | undefined;
    const learning = { lastLearnedAt: () => Promise.resolve(trial?.lastLearned) };
    @Global()
    @Module({ providers: [{ provide: LearningActivity, useValue: learning }], exports: [LearningActivity] })
    class LearningModule {}
    const platform = PlatformModule.with(testConfig(database.url), database.source, { clock });
    const parts = await Test.createTestingModule({
      imports: [platform, LearningModule, PeopleModule, SignInModule],
    }).compile();
    trial = new PeopleTrial(database, parts, clock);
    return trial;
  }

  async close(): Promise<void> {
    await this.parts.close();
    await this.database.drop();
  }

  /** As at the beginning, but for the rows. */
  reset(): void {
    this.clock.set(START);
    this.lastLearned = undefined;
  }

  get people(): PeopleService {
    return this.parts.get(PeopleService);
  }
  get signIns(): SignIns {
    return this.parts.get(SignIns);
  }
  get links(): SignInLinks {
    return this.parts.get(SignInLinks);
  }
  get transactions(): Transactions {
    return this.parts.get(Transactions);
  }

  async aPerson(...roles: Role[]): Promise<{ id: string; email: string }> {
    const email = `person.${++this.count}@northmoor.example`;
    const person = { name: `Person ${this.count}`, email, roles };
    const [id] = await this.transactions.run((tx) => this.people.add(tx, [person], null));
    return { id: id!, email };
  }

  signIn(personId: string, browser: Partial<SigningIn> = {}): Promise<string> {
    return this.transactions.run((tx) => this.signIns.signIn(tx, personId, { by: 'letter', ...browser }));
  }

  rows<T>(sql: string, parameters: unknown[] = []): Promise<T[]> {
    return this.database.source.query<T[]>(sql, parameters);
  }

  /** What is on record about somebody or something. */
  audited(subjectId: string): Promise<{ action: string; actor: string | null; detail: Record<string, unknown> }[]> {
    return this.rows('select action, actor_id as actor, detail from audit_event where subject_id = $1 order by id', [
      subjectId,
    ]);
  }

  ask(email: string, address = HOME, secret?: string) {
    return this.links.ask({ email, nextPath: '/modules', address, ...(secret && { secret }) });
  }

  async codeShown(email: string, secret: string): Promise<string> {
    return (await this.links.waitingFor({ email, secret, address: HOME })).code!;
  }

  /** Of the letters with a link, the oldest first. */
  async lettersTo(email: string): Promise<string[]> {
    const letters = await this.rows<{ body_text: string }>(
      'select body_text from mail where recipient = $1 order by created_at, id',
      [email],
    );
    return letters.flatMap(({ body_text: text }) => /\/sign-in\/link\/([\w-]+)/.exec(text)?.[1] ?? []);
  }

  async tokenSentTo(email: string): Promise<string> {
    const [mail] = await this.rows<{ body_text: string }>(
      'select body_text from mail where recipient = $1 order by created_at desc, id limit 1',
      [email],
    );
    return /\/sign-in\/link\/([\w-]+)/.exec(mail!.body_text)![1]!;
  }
}
