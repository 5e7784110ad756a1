import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, Transactions } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { MandateBodies, type OwnGroup } from '../mandates/mandate-bodies.queries';
import { NothingIsOpen, NotOfYourGroup, RemindedThisWeek, RemindingYourself } from './group.errors';
import { type GroupRow, GroupStandings } from './group-standing.queries';
import { mayNudge } from './nudge.rules';
import { GroupNudgeEntity } from './group-nudge.entity';

/** Champions remind people of their own group of what is still open: once a week each, whoever of them does it. */
@Injectable()
export class Nudges {
  constructor(
    private readonly source: DataSource,
    private readonly bodies: MandateBodies,
    private readonly standings: GroupStandings,
    private readonly audit: AuditTrail,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** The group that somebody is in today, which is theirs as a champion; undefined: none. */
  groupOf(championId: string): Promise<OwnGroup | undefined> {
    return this.bodies.groupOf(this.source.manager, championId, dayInLondon(this.clock.now()));
  }

  /** Somebody of the champion's own group. @throws NotOfYourGroup, RemindingYourself */
  find(championId: string, personId: string): Promise<GroupRow> {
    return this.findIn(this.source.manager, championId, personId);
  }

  /**
   * It stands in the person's next letter of the day, if something is still open then.
   * @throws NotOfYourGroup, RemindingYourself, NothingIsOpen, RemindedThisWeek
   */
  async nudge(championId: string, personId: string): Promise<void> {
    await this.transactions.run(async (tx) => {
      // Two champions who press at once: the second reads what the first has written.
      await tx.query(`select pg_advisory_xact_lock(hashtextextended('nudge ' || $1::uuid, 0))`, [personId]);
      const row = await this.findIn(tx, championId, personId);
      const today = dayInLondon(this.clock.now());
      const may = mayNudge(row, today);
      if (may === 'nothing') throw new NothingIsOpen();
      if (may !== 'now') throw new RemindedThisWeek();
      await tx.insert(GroupNudgeEntity, { personId, nudgedOn: today, byPerson: championId, toldOn: null });
      await this.audit.record(tx, {
        actorId: championId,
        action: 'group.reminded',
        subjectType: 'person',
        subjectId: personId,
        detail: { open: row.open, overdue: row.overdue },
      });
    });
  }

  private async findIn(tx: EntityManager, championId: string, personId: string): Promise<GroupRow> {
    if (championId === personId) throw new RemindingYourself();
    const group = await this.bodies.groupOf(tx, championId, dayInLondon(this.clock.now()));
    const row = group && (await this.standings.one(tx, group.name, personId));
    if (!row) throw new NotOfYourGroup();
    return row;
  }
}
