import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { DataSource, type EntityManager } from 'typeorm';
import { ProgrammeDecisionEntity } from './programme-decision.entity';
import type { ProgrammePaperEntity } from './programme-paper.entity';
import { ProgrammePeriodEntity } from './programme-period.entity';
import { ProgrammeVersionEntity } from './programme-version.entity';
import { ProgrammeNotFound } from './version.errors';

/** What is decided of a version, or is to be confirmed, with who did it. */
export interface StandingDecision extends Pick<
  ProgrammeDecisionEntity,
  'id' | 'decision' | 'meetingOn' | 'minute' | 'recordedAt' | 'recordedBy' | 'confirmedAt'
> {
  recordedByName: PersonCurrent['name'];
  confirmedByName: PersonCurrent['name'] | null;
}

/** A version without what stands in it. */
export interface VersionRow extends Omit<ProgrammeVersionEntity, 'facts' | 'frozenBy' | 'proposedBy' | 'publishedBy'> {
  /** How many sessions stand in it. */
  sessions: number;
  frozenByName: PersonCurrent['name'];
  decision: StandingDecision | null;
}

/** A version that everybody may read. */
export type PublishedRow = Pick<ProgrammePeriodEntity, 'slug'> &
  Pick<ProgrammeVersionEntity, 'id' | 'number' | 'publishedAt'> &
  Pick<ProgrammeDecisionEntity, 'meetingOn'>;

/** A programme of which a version is published. */
export type ListedProgramme = Pick<ProgrammePeriodEntity, 'slug' | 'title' | 'firstDay' | 'lastDay'> &
  Pick<ProgrammeVersionEntity, 'number' | 'publishedAt'>;

/** What a version says on paper. */
export type PaperRow = Pick<ProgrammeVersionEntity, 'number' | 'facts'> &
  Pick<ProgrammeDecisionEntity, 'meetingOn'> &
  Pick<ProgrammePaperEntity, 'language'>;

/** With the steering group, and what it is a version of. */
export type WaitingRow = VersionRow & Pick<ProgrammePeriodEntity, 'slug' | 'title'>;

const DECISION = `(
  select json_build_object('id', d.id, 'decision', d.decision, 'meetingOn', d.meeting_on, 'minute', d.minute, 'recordedAt', d.recorded_at,
           'recordedBy', d.recorded_by, 'recordedByName', r.name, 'confirmedAt', d.confirmed_at, 'confirmedByName', c.name)
    from programme_decision d join person_current r on r.id = d.recorded_by left join person_current c on c.id = d.confirmed_by
   where d.version_id = v.id and d.withdrawn_at is null)`;

const versionWith = (more = '', joined = '') => `
  select ${more} v.id, v.programme_id as "programmeId", v.number, v.state, v.frozen_at as "frozenAt", v.proposed_at as "proposedAt",
         v.published_at as "publishedAt", jsonb_array_length(v.facts -> 'sessions') as sessions, f.name as "frozenByName",
         ${DECISION} as decision
    from programme_version v join person_current f on f.id = v.frozen_by ${joined}`;

const PROGRAMME = `select id, slug, title, first_day::text as "firstDay", last_day::text as "lastDay", poll_on::text as "pollOn",
  recorded_at as "recordedAt", recorded_by as "recordedBy" from programme`;

@Injectable()
export class VersionsRepository {
  constructor(private readonly source: DataSource) {}

  async add(tx: EntityManager, programme: ProgrammePeriodEntity): Promise<void> {
    await tx.insert(ProgrammePeriodEntity, programme);
  }

  async change(tx: EntityManager, id: string, change: Partial<ProgrammePeriodEntity>): Promise<void> {
    await tx.update(ProgrammePeriodEntity, id, change);
  }

  /** Until the end of the transaction nobody else acts on it or on its versions. @throws ProgrammeNotFound */
  async locked(tx: EntityManager, id: string): Promise<ProgrammePeriodEntity> {
    const [row] = await tx.query<ProgrammePeriodEntity[]>(`${PROGRAMME} where id = $1 for no key update`, [id]);
    if (!row) throw new ProgrammeNotFound();
    return row;
  }

  /** The latest first. */
  async page(limit: number, offset: number): Promise<{ rows: ProgrammePeriodEntity[]; total: number }> {
    const rows = await this.source.query<ProgrammePeriodEntity[]>(
      `${PROGRAMME} order by first_day desc, id limit $1 offset $2`,
      [limit, offset],
    );
    return { rows, total: await this.source.manager.count(ProgrammePeriodEntity) };
  }

  async bySlug(slug: string): Promise<ProgrammePeriodEntity | undefined> {
    const [row] = await this.source.query<ProgrammePeriodEntity[]>(`${PROGRAMME} where slug = $1`, [slug]);
    return row;
  }

  /** Of the programmes of these years. Two who add one at the same time come one after the other. */
  async slugsLike(tx: EntityManager, slug: string): Promise<string[]> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('programme ' || $1::text, 0))`, [slug]);
    const rows = await tx.query<Pick<ProgrammePeriodEntity, 'slug'>[]>(
      `select slug from programme where slug = $1 or slug ~ ('^' || $1 || '-[0-9]+$')`,
      [slug],
    );
    return rows.map((row) => row.slug);
  }

  async addVersion(tx: EntityManager, version: ProgrammeVersionEntity): Promise<void> {
    await tx.insert(ProgrammeVersionEntity, version);
  }

  async changeVersion(tx: EntityManager, id: string, change: Partial<ProgrammeVersionEntity>): Promise<void> {
    await tx.update(ProgrammeVersionEntity, id, change);
  }

  findVersion(tx: EntityManager, id: string): Promise<ProgrammeVersionEntity | null> {
    return tx.findOneBy(ProgrammeVersionEntity, { id });
  }

  /** What stands in these versions. */
  async factsOf(ids: readonly string[]): Promise<Map<string, ProgrammeVersionEntity['facts']>> {
    const rows = await this.source.query<Pick<ProgrammeVersionEntity, 'id' | 'facts'>[]>(
      'select id, facts from programme_version where id = any($1)',
      [ids],
    );
    return new Map(rows.map(({ id, facts }) => [id, facts]));
  }

  /** Of these programmes, the latest first. */
  versionsOf(programmeIds: readonly string[], tx: EntityManager = this.source.manager): Promise<VersionRow[]> {
    return tx.query<VersionRow[]>(`${versionWith()} where v.programme_id = any($1) order by v.number desc`, [
      programmeIds,
    ]);
  }

  /** What waits for the steering group, the oldest first. */
  withTheGroup(): Promise<WaitingRow[]> {
    return this.source.query<WaitingRow[]>(
      `${versionWith('p.slug, p.title,', 'join programme p on p.id = v.programme_id')}
        where v.state = 'proposed' order by v.proposed_at, v.id`,
    );
  }

  /** The published one of a programme, without what stands in it. */
  async published(slug: string): Promise<PublishedRow | undefined> {
    const [row] = await this.source.query<PublishedRow[]>(
      `select p.slug, v.id, v.number, v.published_at as "publishedAt", d.meeting_on::text as "meetingOn"
         from programme p join programme_version v on v.programme_id = p.id and v.state = 'published'
         join programme_decision d on d.version_id = v.id and d.withdrawn_at is null
        where p.slug = $1`,
      [slug],
    );
    return row;
  }

  /** Every published one, the newest programme first. */
  allPublished(): Promise<ListedProgramme[]> {
    return this.source.query<ListedProgramme[]>(
      `select p.slug, p.title, p.first_day::text as "firstDay", p.last_day::text as "lastDay", v.number, v.published_at as "publishedAt"
         from programme p join programme_version v on v.programme_id = p.id and v.state = 'published'
        order by p.first_day desc, p.slug`,
    );
  }

  /** What the paper of an approved version is made of. @param id of the paper */
  async paper(id: string): Promise<PaperRow | undefined> {
    const [row] = await this.source.query<PaperRow[]>(
      `select v.number, v.facts, d.meeting_on::text as "meetingOn", p.language
         from programme_paper p join programme_version v on v.id = p.version_id
              join programme_decision d on d.version_id = v.id and d.confirmed_at is not null
        where p.id = $1`,
      [id],
    );
    return row;
  }

  async addDecision(tx: EntityManager, decision: ProgrammeDecisionEntity): Promise<void> {
    await tx.insert(ProgrammeDecisionEntity, decision);
  }

  async changeDecision(tx: EntityManager, id: string, change: Partial<ProgrammeDecisionEntity>): Promise<void> {
    await tx.update(ProgrammeDecisionEntity, id, change);
  }

  /** What stands of a version: to be confirmed, or confirmed. */
  async decisionOf(tx: EntityManager, versionId: string): Promise<ProgrammeDecisionEntity | undefined> {
    const rows = await tx.query<ProgrammeDecisionEntity[]>(
      `select id, version_id as "versionId", decision, meeting_on::text as "meetingOn", minute, recorded_at as "recordedAt",
              recorded_by as "recordedBy", confirmed_at as "confirmedAt", confirmed_by as "confirmedBy",
              withdrawn_at as "withdrawnAt", withdrawn_by as "withdrawnBy"
         from programme_decision where version_id = $1 and withdrawn_at is null`,
      [versionId],
    );
    return rows[0];
  }
}
