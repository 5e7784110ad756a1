import { Test, type TestingModule } from '@nestjs/testing';
import { Corrections, Leaving, PeopleModule, PeopleService, Proposals, type Role, RoleChanges } from '@induct/people';
import { PlatformModule, Transactions } from '@induct/platform';
import { SignInModule } from '@induct/sign-in';
import { testConfig } from './config';
import { cloneDatabase, type TestDatabase } from './database';
import { FixedClock } from './fixed-clock';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
export const start = new Date('2026-11-22T14:32:00Z');
const longAgo = new Date('2025-05-01T09:00:00Z');

/** A council of nobody at first, in which people are given roles, corrected and sent away. */
export class ChangingCouncil {
  readonly clock = new FixedClock(start);
  parts!: TestingModule;
  private database!: TestDatabase;
  private count = 0;

  readonly open = async (): Promise<void> => {
    this.database = await cloneDatabase();
    this.parts = await Test.createTestingModule({
      imports: [
        PlatformModule.with(testConfig(this.database.url), this.database.source, { clock: this.clock }),
        PeopleModule,
        SignInModule,
      ],
    }).compile();
  };

  /** Of nobody again. */
  readonly empty = async (): Promise<void> => {
    this.clock.set(start);
    await this.database.source.query('delete from mail');
    await this.database.source.query('delete from person');
  };

  readonly close = async (): Promise<void> => {
    await this.parts.close();
    await this.database.drop();
  };

  get people(): PeopleService {
    return this.parts.get(PeopleService);
  }
  get roles(): RoleChanges {
    return this.parts.get(RoleChanges);
  }
  get leaving(): Leaving {
    return this.parts.get(Leaving);
  }
  get corrections(): Corrections {
    return this.parts.get(Corrections);
  }
  get proposals(): Proposals {
    return this.parts.get(Proposals);
  }

  readonly inOne = <T>(act: Parameters<Transactions['run']>[0]) => this.parts.get(Transactions).run(act) as Promise<T>;

  readonly aPerson = async (name: string, ...own: Role[]): Promise<string> => {
    const email = `person.${++this.count}@northmoor.example`;
    const [id] = await this.inOne<string[]>((tx) =>
      this.people.add(tx, [{ name, email, roles: own, confirmsFrom: longAgo }], null),
    );
    return id!;
  };

  readonly rolesOf = async (id: string) => (await this.people.find(id))!.roles;
  readonly mayConfirm = (id: string, role: Role) => this.inOne<void>((tx) => this.people.mayConfirm(tx, id, role));
  readonly waiting = async () => (await this.proposals.waiting())[0]!;

  readonly detailsOf = async (id: string) => {
    const { name, email, group, district, division } = (await this.people.find(id))!;
    return { name, email, group, district, division };
  };

  readonly rows = <T>(sql: string, ...values: unknown[]) => this.database.source.query<T[]>(sql, values);

  /** Whom letters went to. */
  readonly told = async () =>
    (await this.rows<{ recipient: string }>('select recipient from mail order by recipient')).map(
      ({ recipient }) => recipient,
    );

  /** What is on record about somebody. */
  readonly trail = async (id: string) =>
    (await this.rows<{ action: string }>('select action from audit_event where subject_id = $1 order by id', id)).map(
      ({ action }) => action,
    );
}
