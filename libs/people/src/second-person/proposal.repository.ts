import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { AGREEING_ROLES, type SecondPerson } from './confirming.rules';
import { DeskProposalEntity } from './desk-proposal.entity';
import type { Proposal, ProposalRow } from './proposal';
import type { ProposalOutcome } from './proposal-kinds';

const MADE = `d.id, d.kind, d.person_id as "personId", d.wish, d.proposed_by as "proposedBy", d.proposed_at as "proposedAt"`;
const ROW = `
  select ${MADE}, d.outcome, d.decided_by as "decidedBy", d.decided_at as "decidedAt",
         coalesce(p.name, '') as "personName", coalesce(p.email, '') as "personEmail",
         coalesce(a.name, '') as "proposedByName", coalesce(b.name, '') as "decidedByName"
    from desk_proposal d
    left join person p on p.id = d.person_id
    left join person a on a.id = d.proposed_by
    left join person b on b.id = d.decided_by`;

@Injectable()
export class ProposalRepository {
  constructor(private readonly source: DataSource) {}

  /** Acts of two people come one after the other. */
  async lock(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('desk-proposal'))`);
  }

  /** @returns false when one of its kind waits already */
  async add(tx: EntityManager, { id, kind, personId, wish, proposedBy, proposedAt }: Proposal): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `insert into desk_proposal (id, kind, person_id, wish, proposed_by, proposed_at) values ($1, $2, $3, $4, $5, $6)
       on conflict do nothing returning 1`,
      [id, kind, personId, JSON.stringify(wish), proposedBy, proposedAt],
    );
    return rows.length > 0;
  }

  async find(id: string, tx: EntityManager = this.source.manager): Promise<ProposalRow | undefined> {
    const [row] = await tx.query<ProposalRow[]>(`${ROW} where d.id = $1`, [id]);
    return row;
  }

  async decide(tx: EntityManager, id: string, outcome: ProposalOutcome, by: string | null, at: Date): Promise<void> {
    await tx.update(DeskProposalEntity, id, { outcome, decidedBy: by, decidedAt: at });
  }

  /** Those that waited and that somebody made, or that are about somebody. */
  async fall(tx: EntityManager, madeBy: string, about: string | null, at: Date): Promise<Proposal[]> {
    const [rows] = await tx.query<[Proposal[], number]>(
      `update desk_proposal d set outcome = 'fallen', decided_at = $3
        where d.outcome is null and (d.proposed_by = $1 or d.person_id = $2) returning ${MADE}`,
      [madeBy, about, at],
    );
    return rows;
  }

  /** Roles that wait for somebody. */
  async fallAbout(tx: EntityManager, personId: string, at: Date): Promise<Proposal[]> {
    const [rows] = await tx.query<[Proposal[], number]>(
      `update desk_proposal d set outcome = 'fallen', decided_at = $2
        where d.outcome is null and d.person_id = $1 and d.kind in ('roles', 'return') returning ${MADE}`,
      [personId, at],
    );
    return rows;
  }

  /** Whether somebody did something about a person without a second one, ever. */
  async wasAlone(tx: EntityManager, by: string, personId: string): Promise<boolean> {
    return tx.existsBy(DeskProposalEntity, { personId, proposedBy: by, outcome: 'alone' });
  }

  /** The longest waiting first. */
  waiting(): Promise<ProposalRow[]> {
    return this.source.query<ProposalRow[]>(`${ROW} where d.outcome is null order by d.proposed_at, d.id`);
  }

  async countWaiting(): Promise<number> {
    const [row] = await this.source.query<[{ count: number }]>(
      'select count(*)::int as count from desk_proposal where outcome is null',
    );
    return row.count;
  }

  /** The newest first. */
  decidedSince(since: Date, limit = 100): Promise<ProposalRow[]> {
    return this.source.query<ProposalRow[]>(
      `${ROW} where d.outcome is not null and d.decided_at >= $1 order by d.decided_at desc, d.id limit $2`,
      [since, limit],
    );
  }

  /** About somebody, the newest first. */
  aboutPerson(personId: string, tx: EntityManager = this.source.manager): Promise<ProposalRow[]> {
    return tx.query<ProposalRow[]>(
      `${ROW} where d.person_id = $1 order by d.outcome is not null, d.proposed_at desc limit 50`,
      [personId],
    );
  }

  aboutTheCouncil(kind: 'quorum'): Promise<ProposalRow[]> {
    return this.source.query<ProposalRow[]>(
      `${ROW} where d.kind = $1 order by d.outcome is not null, d.proposed_at desc limit 20`,
      [kind],
    );
  }

  /** Everybody who agrees to proposals, or did. @param leftAfter how far back */
  secondPeople(leftAfter: Date, tx: EntityManager = this.source.manager): Promise<SecondPerson[]> {
    return tx.query<SecondPerson[]>(
      `select person_id as "personId", confirms_from as "confirmsFrom", null::timestamptz as "leftAt"
         from person_role where role = any($1)
       union all
       select person_id, confirms_from, left_at from person_role_past where role = any($1) and left_at >= $2`,
      [AGREEING_ROLES, leftAfter],
    );
  }
}
