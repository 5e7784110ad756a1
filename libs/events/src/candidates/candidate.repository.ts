import { Injectable } from '@nestjs/common';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { ProgrammePeriodEntity } from '../versions/programme-period.entity';
import { CandidateEntity } from './candidate.entity';

/** A candidate as the desk sees one. */
export type CandidateRow = Pick<CandidateEntity, 'id' | 'name' | 'email' | 'addedAt' | 'sentAt'>;

/** How many there are. */
export interface CandidateCounts {
  all: number;
  sent: number;
  forgotten: number;
}

/** A programme with candidates who wait for it. */
export type WaitingProgramme = Pick<ProgrammePeriodEntity, 'id' | 'slug' | 'title' | 'pollOn'>;

@Injectable()
export class CandidateRepository {
  constructor(private readonly source: DataSource) {}

  /** @returns how many were not there yet */
  async add(tx: EntityManager, rows: readonly CandidateEntity[]): Promise<number> {
    const added = await tx.query<Pick<CandidateEntity, 'id'>[]>(
      `insert into programme_candidate (id, programme_id, name, email, added_at, added_by)
       select id, $4, name, email, $5, $6 from unnest($1::uuid[], $2::text[], $3::text[]) as t (id, name, email)
       on conflict do nothing returning id`,
      [
        rows.map(({ id }) => id),
        rows.map(({ name }) => name),
        rows.map(({ email }) => email),
        rows[0]!.programmeId,
        rows[0]!.addedAt,
        rows[0]!.addedBy,
      ],
    );
    return added.length;
  }

  locked(tx: EntityManager, id: string, programmeId: string): Promise<CandidateEntity | null> {
    return tx.findOne(CandidateEntity, { where: { id, programmeId }, lock: { mode: 'pessimistic_write' } });
  }

  async find(programmeId: string, id: string): Promise<CandidateRow | undefined> {
    const row = await this.source.manager.findOneBy(CandidateEntity, { id, programmeId });
    return row ?? undefined;
  }

  async remove(tx: EntityManager, id: string): Promise<void> {
    await tx.delete(CandidateEntity, id);
  }

  /** By name; who is forgotten is counted and not listed. */
  async page(programmeId: string, limit: number, offset: number): Promise<CandidateRow[]> {
    return this.source.query<CandidateRow[]>(
      `select id, name, email, added_at as "addedAt", sent_at as "sentAt" from programme_candidate
        where programme_id = $1 and name is not null order by name, id limit $2 offset $3`,
      [programmeId, limit, offset],
    );
  }

  async counts(programmeId: string): Promise<CandidateCounts> {
    const [row] = await this.source.query<[CandidateCounts]>(
      `select count(*)::int as all, count(sent_at)::int as sent, count(forgotten_at)::int as forgotten
         from programme_candidate where programme_id = $1`,
      [programmeId],
    );
    return row;
  }

  /** Published programmes with candidates who have no letter, of polls from that day on. */
  async waiting(today: Day): Promise<WaitingProgramme[]> {
    return this.source.query<WaitingProgramme[]>(
      `select p.id, p.slug, p.title, p.poll_on::text as "pollOn" from programme p
        where p.poll_on >= $1 and exists (select from programme_version v where v.programme_id = p.id and v.state = 'published')
          and exists (select from programme_candidate c where c.programme_id = p.id and c.sent_at is null and c.forgotten_at is null)
        order by p.poll_on, p.id`,
      [today],
    );
  }

  /** Marks some who have no letter, and whom no other worker is at. @returns them */
  async sending(tx: EntityManager, programmeId: string, at: Date, limit: number): Promise<CandidateRow[]> {
    const [rows] = await tx.query<[CandidateRow[], number]>(
      `update programme_candidate c set sent_at = $2
        where c.id in (select id from programme_candidate where programme_id = $1 and sent_at is null and forgotten_at is null
                        order by id limit $3 for update skip locked)
        returning c.id, c.name, c.email, c.added_at as "addedAt", c.sent_at as "sentAt"`,
      [programmeId, at, limit],
    );
    return rows;
  }

  /** Names and addresses of those whose poll was before that day, or who have none any more. @returns of how many */
  async forget(tx: EntityManager, pollBefore: Day, at: Date): Promise<number> {
    const [, count] = await tx.query<[unknown[], number]>(
      `update programme_candidate c set name = null, email = null, forgotten_at = $2
         from programme p where p.id = c.programme_id and (p.poll_on is null or p.poll_on < $1) and c.forgotten_at is null`,
      [pollBefore, at],
    );
    return count;
  }
}
