import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { IS_ASKABLE } from '../scheme/askable.sql';
import { MandateEntity } from './mandate.entity';
import type { MandateRule } from './mandate-words';

/** A mandate that was adopted, with what it asks for. */
export type AdoptedMandate = MandateRule & Pick<MandateEntity, 'title' | 'requirementId' | 'schemeId'>;

/** A mandate, with its period in two days. */
export type Mandate = Omit<MandateEntity, 'during'> & { from: Day; until: Day | null };

/** A mandate with who proposed it; null: somebody who has left. */
type ProposedMandate = Mandate & { proposedByName: PersonCurrent['name'] | null };

const RULE = `m.id, m.who, m.role, m.body_id as "bodyId", m.capacities, m.person_id as "personId", m.anchor,
  m.fixed_on::text as "fixedOn", m.count, m.unit, lower(m.during)::text as "from",
  least(upper(m.during), (m.ended_at at time zone 'Europe/London')::date)::text as until, m.title,
  m.requirement_id as "requirementId", m.scheme_id as "schemeId", m.anew`;
/** Columns of mandate `m`. */
export const MANDATE = `${RULE}, m.source, m.before_sitting as "beforeSitting", m.proposed_by as "proposedBy",
  m.proposed_at as "proposedAt", m.outcome, m.decided_by as "decidedBy", m.decided_at as "decidedAt",
  m.ended_by as "endedBy", m.ended_at as "endedAt", m.ended_reason as "endedReason"`;
/** True of mandate `m` that two people have agreed to, or one where there was no second. */
export const IS_ADOPTED = `m.outcome in ('adopted', 'adopted_alone')`;

@Injectable()
export class MandateRepository {
  constructor(private readonly source: DataSource) {}

  async add(tx: EntityManager, mandate: MandateEntity): Promise<void> {
    await tx.insert(MandateEntity, mandate);
  }

  /** Whether what it would ask for is there. */
  async isAskable(
    tx: EntityManager,
    { requirementId, schemeId }: Pick<MandateEntity, 'requirementId' | 'schemeId'>,
  ): Promise<boolean> {
    const [row] = await tx.query<[{ there: boolean }]>(IS_ASKABLE, [requirementId, schemeId]);
    return row.there;
  }

  async find(id: string, tx: EntityManager = this.source.manager): Promise<Mandate | undefined> {
    const [row] = await tx.query<Mandate[]>(`select ${MANDATE} from mandate m where m.id = $1`, [id]);
    return row;
  }

  async isEmpty(): Promise<boolean> {
    return !(await this.source.manager.existsBy(MandateEntity, {}));
  }

  /** Until the end of the transaction nobody else asks for it. @param what an event by its slug, or what is to be met by its id */
  async askAlone(tx: EntityManager, what: string): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('ask for ' || $1::text, 0))`, [what]);
  }

  /** Whether somebody has proposed just that, and nobody refused it; or it is asked on that day or later. */
  async isAsked(
    tx: EntityManager,
    { who, role, bodyId, requirementId }: Pick<MandateEntity, 'who' | 'role' | 'bodyId' | 'requirementId'>,
    day: Day,
  ): Promise<boolean> {
    const rows = await tx.query<Pick<MandateEntity, 'id'>[]>(
      `select m.id from mandate m
        where m.who = $1 and m.role is not distinct from $2 and m.body_id is not distinct from $3::uuid and m.requirement_id = $4
          and m.ended_at is null and (upper(m.during) is null or upper(m.during) > $5::date)
          and (m.outcome is null or ${IS_ADOPTED}) limit 1`,
      [who, role, bodyId, requirementId, day],
    );
    return rows.length > 0;
  }

  /** What was proposed before of the same kind of people for the same, and waits or asks on that day or later: the oldest first. */
  alike(
    tx: EntityManager,
    { who, requirementId, schemeId }: Pick<MandateEntity, 'who' | 'requirementId' | 'schemeId'>,
    day: Day,
  ): Promise<ProposedMandate[]> {
    return tx.query<ProposedMandate[]>(
      `select ${MANDATE}, p.name as "proposedByName"
         from mandate m left join person_current p on p.id = m.proposed_by
        where m.who = $1 and m.requirement_id is not distinct from $2::uuid and m.scheme_id is not distinct from $3::uuid
          and m.ended_at is null
          and (m.outcome is null or ${IS_ADOPTED} and (upper(m.during) is null or upper(m.during) > $4::date))
        order by m.proposed_at, m.id`,
      [who, requirementId, schemeId, day],
    );
  }

  /** Until the end of the transaction nobody else decides or ends it. */
  async lock(tx: EntityManager, id: string): Promise<Mandate | undefined> {
    const [row] = await tx.query<Mandate[]>(`select ${MANDATE} from mandate m where m.id = $1 for no key update`, [id]);
    return row;
  }

  /** Also those that have ended: what they asked is closed. */
  adopted(tx: EntityManager): Promise<AdoptedMandate[]> {
    return tx.query<AdoptedMandate[]>(`select ${RULE} from mandate m where ${IS_ADOPTED} order by m.id`);
  }

  async decide(
    tx: EntityManager,
    id: string,
    decided: { outcome: NonNullable<MandateEntity['outcome']>; by: string; at: Date },
  ): Promise<void> {
    const { outcome, by: decidedBy, at: decidedAt } = decided;
    await tx.update(MandateEntity, id, { outcome, decidedBy, decidedAt });
  }

  /** From the day of `at` on it asks nobody. */
  async end(tx: EntityManager, id: string, ended: { by: string; at: Date; reason: string }): Promise<void> {
    const { by: endedBy, at: endedAt, reason: endedReason } = ended;
    await tx.update(MandateEntity, id, { endedBy, endedAt, endedReason });
  }

  /** What somebody has proposed and may no longer propose. @returns their ids */
  async fall(tx: EntityManager, proposedBy: string, by: string, at: Date): Promise<string[]> {
    const [rows] = await tx.query<[Pick<MandateEntity, 'id'>[], number]>(
      `update mandate set outcome = 'withdrawn', decided_by = $2, decided_at = $3
        where proposed_by = $1 and outcome is null returning id`,
      [proposedBy, by, at],
    );
    return rows.map(({ id }) => id);
  }
}
