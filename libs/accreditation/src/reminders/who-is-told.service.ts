import { Injectable } from '@nestjs/common';
import { PeopleService } from '@induct/people';
import { AuditTrail, Clock, Transactions } from '@induct/platform';
import { ToldQueries, type ToldReader, type ToldSetting } from './told.queries';

/** Who hears of what is overdue: an officer sets it, and it is on record. */
@Injectable()
export class WhoIsTold {
  constructor(
    private readonly told: ToldQueries,
    private readonly people: PeopleService,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** What is set, and whom it may name: whoever works at the desk as officer or administrator. */
  async now(): Promise<{ setting: ToldSetting; desk: Pick<ToldReader, 'id' | 'name' | 'email'>[] }> {
    const setting = await this.told.setting();
    const pages = await Promise.all(
      (['officer', 'administrator'] as const).map((role) => this.people.list({ role, limit: 200, offset: 0 })),
    );
    const desk = new Map(pages.flatMap(({ people }) => people.map(({ id, name, email }) => [id, { id, name, email }])));
    return { setting, desk: [...desk.values()] };
  }

  /** Nobody chosen means everybody with the role again. */
  async set(setting: ToldSetting, by: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      const before = await this.told.setting(tx);
      await this.told.set(tx, setting, this.clock.now());
      await this.audit.record(tx, {
        actorId: by,
        action: 'mandate.told-changed',
        subjectType: 'mandate',
        subjectId: 'told',
        detail: { before, after: setting },
      });
    });
  }
}
