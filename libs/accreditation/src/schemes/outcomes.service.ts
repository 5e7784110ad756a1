import { Injectable } from '@nestjs/common';
import { britishDate, Clock, type Day, dayInLondon, Transactions } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import { Awards } from '../awards/awards.service';
import type { EvidenceEntity } from '../requirements/evidence.entity';
import type { RequirementEntity } from '../requirements/requirement.entity';
import { DraftRepository } from './draft.repository';
import { type AwardNow, differenceOf } from './outcome';
import { SimulationRepository } from './simulation.repository';

type Between = Pick<EvidenceEntity, 'metOn' | 'withdrawnAt'> & Pick<RequirementEntity, 'title'>;

/** Gives the awards of versions that have come into effect, one person at a time, and writes what became of each. */
@Injectable()
export class Outcomes {
  private isStopping = false;

  constructor(
    private readonly drafts: DraftRepository,
    private readonly simulations: SimulationRepository,
    private readonly awards: Awards,
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Ends after the person in hand: the others are found again. */
  stop(): void {
    this.isStopping = true;
  }

  /** Everybody whose outcome is open, of every version that is in effect by now. @returns how many were settled */
  async settleDue(): Promise<number> {
    const today = dayInLondon(this.clock.now());
    let settled = 0;
    for (const { id, simulationId } of await this.transactions.run((tx) => this.drafts.toSettle(tx, today))) {
      for (;;) {
        if (this.isStopping) return settled;
        if (!(await this.settleNext(id, simulationId!))) break;
        settled++;
      }
      await this.simulations.settle(simulationId!, this.clock.now());
    }
    return settled;
  }

  private async settleNext(versionId: string, simulationId: string): Promise<boolean> {
    const row = await this.simulations.nextOpen(simulationId);
    if (!row) return false;
    await this.transactions.run(async (tx) => {
      const at = this.clock.now();
      await this.awards.consider(tx, row.personId, at);
      const version = (await this.drafts.find(tx, versionId))!;
      const came = {
        awards: await this.newest(tx, row.personId, versionId),
        between: await this.between(tx, row.personId, versionId),
      };
      const difference = differenceOf(row.effect, version.schemeId, version.effectiveFrom!, came);
      await this.simulations.settleRow(tx, simulationId, row.personId, { difference, at });
    });
    return true;
  }

  private async newest(tx: EntityManager, personId: string, versionId: string): Promise<AwardNow[]> {
    return tx.query<AwardNow[]>(
      `select distinct on (a.scheme_id) a.scheme_id as "schemeId", s.name, a.valid_until::text as "validUntil",
              (a.awarded_at at time zone 'Europe/London')::date::text as "awardedOn", a.awarded_at > v.adopted_at as "isNew"
         from award a join scheme s on s.id = a.scheme_id join scheme_version v on v.id = $2
        where a.person_id = $1 order by a.scheme_id, a.period desc`,
      [personId, versionId],
    );
  }

  /** What was shown, or withdrawn, since the version was adopted. */
  private async between(tx: EntityManager, personId: string, versionId: string): Promise<string[]> {
    const rows = await tx.query<Between[]>(
      `select e.met_on::text as "metOn", e.withdrawn_at as "withdrawnAt", r.title
         from evidence e join requirement r on r.id = e.requirement_id
         join scheme_version v on v.id = $2
        where e.person_id = $1 and (e.recorded_at > v.adopted_at or e.withdrawn_at > v.adopted_at)
        order by e.recorded_at, e.id`,
      [personId, versionId],
    );
    return rows.map(({ title, metOn, withdrawnAt }) =>
      withdrawnAt
        ? `What was shown for “${title}” was withdrawn on ${onDay(withdrawnAt)}`
        : `“${title}” was shown on ${onDay(metOn)}`,
    );
  }
}

const onDay = (day: Day | Date): string => britishDate(day);
