import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ForecastRow } from './forecast';
import { SimulationEntity } from './simulation.entity';
import { SimulationRowEntity } from './simulation-row.entity';

export type Simulation = Pick<
  SimulationEntity,
  | 'id'
  | 'schemeVersionId'
  | 'day'
  | 'askedBy'
  | 'askedAt'
  | 'people'
  | 'done'
  | 'endedAt'
  | 'digest'
  | 'error'
  | 'settledAt'
>;
/** A row, with what the simulation before said where that was something else. */
export type NewRow = ForecastRow & { was?: string | undefined };

const SIMULATION = `m.id, m.scheme_version_id as "schemeVersionId", m.day::text as day, m.asked_by as "askedBy",
  m.asked_at as "askedAt", m.people, m.done, m.ended_at as "endedAt", m.digest, m.error, m.settled_at as "settledAt"`;

/** What versions would do. */
@Injectable()
export class SimulationRepository {
  constructor(private readonly source: DataSource) {}

  async add(tx: EntityManager, simulation: Partial<SimulationEntity>): Promise<void> {
    await tx.insert(SimulationEntity, simulation as object);
  }

  async find(id: string, tx: EntityManager = this.source.manager): Promise<Simulation | undefined> {
    const [found] = await tx.query<Simulation[]>(`select ${SIMULATION} from simulation m where m.id = $1`, [id]);
    return found;
  }

  /** The newest of a version. */
  async newestOf(versionId: string, tx: EntityManager = this.source.manager): Promise<Simulation | undefined> {
    const [found] = await tx.query<Simulation[]>(
      `select ${SIMULATION} from simulation m where m.scheme_version_id = $1 order by m.asked_at desc, m.ended_at desc nulls first, m.id desc limit 1`,
      [versionId],
    );
    return found;
  }

  /** What was worked out of a draft that is another by now. */
  async forget(tx: EntityManager, versionId: string): Promise<void> {
    await tx.delete(SimulationEntity, { schemeVersionId: versionId });
  }

  /**
   * The oldest that waits, for one worker; also one whose worker has died.
   * @param until the lease's end: whoever names it still has the lease
   */
  async take(now: Date, until: Date): Promise<string | undefined> {
    const [taken] = await this.source.query<[{ id: string }[], number]>(
      `update simulation set leased_until = $2, done = 0
        where id = (select id from simulation where ended_at is null and (leased_until is null or leased_until < $1)
                     order by asked_at limit 1 for update skip locked)
        returning id`,
      [now, until],
    );
    return taken[0]?.id;
  }

  /** @returns false when another worker has it */
  async begin(tx: EntityManager, id: string, lease: Date, people: number): Promise<boolean> {
    await tx.delete(SimulationRowEntity, { simulationId: id });
    const { affected } = await tx.update(SimulationEntity, { id, leasedUntil: lease }, { people });
    return affected === 1;
  }

  /** @returns false when another worker has it */
  async advance(tx: EntityManager, id: string, lease: Date, done: number): Promise<boolean> {
    const { affected } = await tx.update(SimulationEntity, { id, leasedUntil: lease }, { done });
    return affected === 1;
  }

  async addRows(tx: EntityManager, simulationId: string, rows: readonly NewRow[]): Promise<void> {
    if (rows.length === 0) return;
    await tx.query(
      `insert into simulation_row (simulation_id, person_id, kind, effect, changes, was)
       select $1, r."personId", r.kind, r.effect, r.changes, r.was
         from jsonb_to_recordset($2::jsonb) as r("personId" uuid, kind text, effect jsonb, changes boolean, was text)`,
      [simulationId, JSON.stringify(rows)],
    );
  }

  async end(tx: EntityManager, id: string, ended: { at: Date; digest?: string; error?: string }): Promise<void> {
    const { at: endedAt, digest = null, error = null } = ended;
    await tx.update(SimulationEntity, { id }, { endedAt, digest, error, leasedUntil: null });
  }

  /** All rows, in the order of persons. */
  async rows(tx: EntityManager, simulationId: string): Promise<ForecastRow[]> {
    return tx.query<ForecastRow[]>(
      `select person_id as "personId", kind, effect, changes from simulation_row where simulation_id = $1 order by person_id`,
      [simulationId],
    );
  }

  /** The next person whose outcome is not written yet. */
  async nextOpen(simulationId: string): Promise<ForecastRow | undefined> {
    const [row] = await this.source.query<ForecastRow[]>(
      `select person_id as "personId", kind, effect, changes from simulation_row
        where simulation_id = $1 and settled_at is null order by person_id limit 1`,
      [simulationId],
    );
    return row;
  }

  async settleRow(
    tx: EntityManager,
    simulationId: string,
    personId: string,
    { difference, at }: { difference: string | undefined; at: Date },
  ): Promise<void> {
    const outcome = difference === undefined ? 'as_said' : 'differs';
    await tx.update(
      SimulationRowEntity,
      { simulationId, personId },
      { outcome, difference: difference ?? null, settledAt: at },
    );
  }

  async settle(id: string, at: Date): Promise<void> {
    await this.source.manager.update(SimulationEntity, { id }, { settledAt: at });
  }
}
