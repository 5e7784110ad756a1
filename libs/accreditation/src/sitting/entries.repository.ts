import { Injectable } from '@nestjs/common';
import { PERIOD_OF, type Period } from '@induct/people';
import type { Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { SchemeEntity } from '../scheme/scheme.entity';
import { RegisterEditionEntity } from './register-edition.entity';
import { EntryWaits } from './sitting.errors';
import { StatutoryAccreditationEntity } from './statutory-accreditation.entity';

/** What two officers enter: an edition of the register, or an accreditation. */
export const ENTRY_TABLES = ['register_edition', 'statutory_accreditation'] as const;
export type EntryTable = (typeof ENTRY_TABLES)[number];

export type RegisterEdition = Pick<
  RegisterEditionEntity,
  | 'id'
  | 'mode'
  | 'startsOn'
  | 'bodyIds'
  | 'functions'
  | 'authority'
  | 'words'
  | 'enteredBy'
  | 'enteredAt'
  | 'confirmedAt'
>;

/** An accreditation, with the title of what is accredited. */
export type Accreditation = Pick<
  StatutoryAccreditationEntity,
  'id' | 'schemeId' | 'requirementId' | 'kind' | 'reference' | 'enteredBy' | 'enteredAt' | 'confirmedAt'
> &
  Period & { title: SchemeEntity['name'] };

type Waiting = Pick<RegisterEditionEntity, 'id' | 'enteredBy' | 'confirmedAt'>;

const WAITS = 'confirmed_at is null and ended_at is null';

@Injectable()
export class EntriesRepository {
  constructor(private readonly source: DataSource) {}

  /** Until the end of the transaction nobody else decides or enters: moments of confirmation have an order. */
  async changeAlone(tx: EntityManager): Promise<void> {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended('statutory register', 0))`);
  }

  /** @throws EntryWaits */
  async enter(
    tx: EntityManager,
    row: Partial<RegisterEditionEntity> | Partial<StatutoryAccreditationEntity>,
  ): Promise<void> {
    const entity = 'mode' in row ? RegisterEditionEntity : StatutoryAccreditationEntity;
    try {
      await tx.insert(entity, row);
    } catch (error) {
      if ((error as { constraint?: string }).constraint?.endsWith('_waiting')) throw new EntryWaits();
      throw error;
    }
  }

  /** One that waits. */
  async waiting(tx: EntityManager, table: EntryTable, id: string): Promise<Waiting | undefined> {
    const [row] = await tx.query<Waiting[]>(
      `select id, entered_by as "enteredBy", confirmed_at as "confirmedAt" from ${table} where id = $1 and ${WAITS}`,
      [id],
    );
    return row;
  }

  async confirm(tx: EntityManager, table: EntryTable, id: string, by: string, at: Date): Promise<void> {
    await tx.query(`update ${table} set confirmed_by = $2, confirmed_at = $3 where id = $1`, [id, by, at]);
  }

  async end(tx: EntityManager, table: EntryTable, id: string, by: string, at: Date): Promise<void> {
    await tx.query(`update ${table} set ended_by = $2, ended_at = $3 where id = $1`, [id, by, at]);
  }

  /** Whatever was said before of the same scheme or course on some of the same days. */
  async endOverlapping(tx: EntityManager, id: string, by: string, at: Date): Promise<void> {
    await tx.query(
      `update statutory_accreditation a set ended_by = $2, ended_at = $3 from statutory_accreditation n
        where n.id = $1 and a.id <> n.id and a.confirmed_at is not null and a.ended_at is null and a.during && n.during
          and (a.scheme_id, a.requirement_id, a.kind) is not distinct from (n.scheme_id, n.requirement_id, n.kind)`,
      [id, by, at],
    );
  }

  /** What somebody entered and nobody has confirmed. */
  async fall(tx: EntityManager, enteredBy: string, by: string, at: Date): Promise<{ table: EntryTable; id: string }[]> {
    const fallen: { table: EntryTable; id: string }[] = [];
    for (const table of ENTRY_TABLES) {
      const [rows] = await tx.query<[Pick<Waiting, 'id'>[], number]>(
        `update ${table} set ended_by = $2, ended_at = $3 where entered_by = $1 and ${WAITS} returning id`,
        [enteredBy, by, at],
      );
      fallen.push(...rows.map(({ id }) => ({ table, id })));
    }
    return fallen;
  }

  /** Those that are confirmed, the newest first, and the one that waits, if there is one, before them. */
  editions(): Promise<RegisterEdition[]> {
    return this.source.query<RegisterEdition[]>(
      `select ${EDITION} from register_edition e where e.ended_at is null order by e.confirmed_at desc nulls first limit 20`,
    );
  }

  /** Of those confirmed that have begun, the one that began last; of several of that day, the one confirmed last. */
  async editionOn(day: Day, knownAt: Date): Promise<RegisterEdition | undefined> {
    const [edition] = await this.source.query<RegisterEdition[]>(
      `select ${EDITION} from register_edition e
        where e.starts_on <= $1 and e.confirmed_at <= $2 and (e.ended_at is null or e.ended_at > $2)
        order by e.starts_on desc, e.confirmed_at desc, e.id desc limit 1`,
      [day, knownAt],
    );
    return edition;
  }

  /** What is in force or waits, by title. */
  accreditations(): Promise<Accreditation[]> {
    return this.source.query<Accreditation[]>(
      `select a.id, a.scheme_id as "schemeId", a.requirement_id as "requirementId", a.kind, a.reference,
              a.entered_by as "enteredBy", a.entered_at as "enteredAt", a.confirmed_at as "confirmedAt",
              ${PERIOD_OF('a.during')}, coalesce(s.name, r.title) as title
         from statutory_accreditation a
         left join scheme s on s.id = a.scheme_id left join requirement r on r.id = a.requirement_id
        where a.ended_at is null order by title, a.kind, lower(a.during), a.id`,
    );
  }
}

const EDITION = `e.id, e.mode, e.starts_on::text as "startsOn", e.body_ids as "bodyIds", e.functions, e.authority, e.words,
  e.entered_by as "enteredBy", e.entered_at as "enteredAt", e.confirmed_at as "confirmedAt"`;
