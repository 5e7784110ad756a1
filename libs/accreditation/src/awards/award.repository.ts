import { Injectable } from '@nestjs/common';
import { type Day, type Question, prepared, question } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { NewCertificate } from '../certificate/certificate';
import type { CertificateEntity } from '../certificate/certificate.entity';
import { certificateColumns, INSERT_CERTIFICATES } from '../certificate/certificate.repository';
import type { AwardEntity } from './award.entity';
import { MADE_OF } from './lost-awards.repository';
import type { SchemeVersion } from './scheme.repository';

/** The ids of the awards that are new, and of the certificates that were written with them. */
export interface Added {
  awards: ReadonlySet<string>;
  certificates: ReadonlySet<string>;
}

/** An award or a certificate that was written. */
interface Written {
  id: string;
  isAward: boolean;
}

const ADD_WITH = (whereNumbersAreTaken: string) => `
  with awarded as (
    insert into award (id, scheme_id, scheme_version_id, person_id, period, awarded_at, valid_until, evidence)
    select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::int[], $6::timestamptz[], $7::date[], $8::jsonb[])
    on conflict (person_id, scheme_id, period) do nothing
    returning id),
  issued as (
    ${INSERT_CERTIFICATES(9, 'join awarded on awarded.id = c.award_id')}
    ${whereNumbersAreTaken}
    returning id)
  select id, true as "isAward" from awarded union all select id, false from issued`;

/** Of award `b`, the number of a suspended certificate that it rests on. */
export const SUSPENDED_UNDER = `(
  select min(c.number) from award r join certificate c on c.award_id = r.id and c.state = 'suspended' where ${MADE_OF})`;

@Injectable()
export class AwardRepository {
  constructor(private readonly source: DataSource) {}

  /**
   * Whether somebody has what would be issued: an award that is valid that day, with a certificate that can count or with
   * none yet.
   */
  async stands(tx: EntityManager, personId: string, schemeId: string, day: Day): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `select from award a
        where a.person_id = $1 and a.scheme_id = $2 and (a.valid_until is null or a.valid_until >= $3::date)
          and not exists (select from lost_award l where l.award_id = a.id)
          and (not exists (select from certificate c where c.award_id = a.id)
               or exists (select from certificate c where c.award_id = a.id and c.state in ('issued', 'suspended')))
        limit 1`,
      [personId, schemeId, day],
    );
    return rows.length > 0;
  }

  /** An award that is valid that day and has no certificate yet, with what its version is called. */
  async waiting(
    tx: EntityManager,
    personId: string,
    schemeId: string,
    day: Day,
  ): Promise<(AwardEntity & { version: Pick<SchemeVersion, 'name' | 'edition'> }) | undefined> {
    const [row] = await tx.query<(AwardEntity & Pick<SchemeVersion, 'name' | 'edition'>)[]>(
      `select a.id, a.scheme_id as "schemeId", a.scheme_version_id as "schemeVersionId", a.person_id as "personId", a.period,
              a.awarded_at as "awardedAt", a.valid_until::text as "validUntil", a.evidence, s.name, v.edition
         from award a join scheme_version v on v.id = a.scheme_version_id join scheme s on s.id = a.scheme_id
        where a.person_id = $1 and a.scheme_id = $2 and (a.valid_until is null or a.valid_until >= $3::date)
          and not exists (select from certificate c where c.award_id = a.id)
          and not exists (select from lost_award l where l.award_id = a.id)
        order by a.period desc limit 1`,
      [personId, schemeId, day],
    );
    if (!row) return undefined;
    const { name, edition, ...award } = row;
    // As JSON a moment is a text.
    const evidence = award.evidence.map((shown) => ({ ...shown, completedAt: new Date(shown.completedAt) }));
    return { ...award, evidence, version: { name, edition } };
  }

  /** The number of a suspended certificate that an award rests on: until that is lifted, none is issued of it. */
  async suspendedUnder(tx: EntityManager, awardId: string): Promise<string | undefined> {
    const [row] = await tx.query<Pick<CertificateEntity, 'number'>[]>(
      `select ${SUSPENDED_UNDER} as number from award b where b.id = $1`,
      [awardId],
    );
    return row?.number ?? undefined;
  }

  /** Of an award that is valid that day, the certificate that counts. */
  async certificateOf(tx: EntityManager, personId: string, schemeId: string, day: Day): Promise<string | undefined> {
    const [row] = await tx.query<Pick<CertificateEntity, 'id'>[]>(
      `select c.id from award a join certificate c on c.award_id = a.id and c.state = 'issued'
        where a.person_id = $1 and a.scheme_id = $2 and (a.valid_until is null or a.valid_until >= $3::date)
        order by a.period desc limit 1`,
      [personId, schemeId, day],
    );
    return row?.id;
  }

  /** The scheme of an award, unless its holder has another that is valid that day and in force. */
  async onlySchemeOf(tx: EntityManager, awardId: string, day: Day): Promise<string | undefined> {
    const [row] = await tx.query<Pick<AwardEntity, 'schemeId'>[]>(
      `select a.scheme_id as "schemeId" from award a
        where a.id = $1 and not exists (
          select from award b join certificate c on c.award_id = b.id and c.state in ('issued', 'suspended')
           where b.person_id = a.person_id and b.scheme_id = a.scheme_id and b.id <> a.id
             and (b.valid_until is null or b.valid_until >= $2::date))`,
      [awardId, day],
    );
    return row?.schemeId;
  }

  /** 0 before the first. */
  async lastPeriod(tx: EntityManager, personId: string, schemeId: string): Promise<number> {
    const [row] = await tx.query<{ last: number }[]>(
      'select coalesce(max(period), 0) as last from award where person_id = $1 and scheme_id = $2',
      [personId, schemeId],
    );
    return row!.last;
  }

  /** Those of them who have no award of one of these schemes yet. */
  async without(personIds: readonly string[], schemeIds: readonly string[]): Promise<string[]> {
    const rows = await this.source.query<{ id: string }[]>(
      `select id from unnest($1::uuid[]) as person (id)
        where exists (
          select from unnest($2::uuid[]) as scheme (id)
           where not exists (select from award where person_id = person.id and scheme_id = scheme.id))`,
      [personIds, schemeIds],
    );
    return rows.map(({ id }) => id);
  }

  /** @returns whether the award is new: person, scheme and period are unique */
  async add(tx: EntityManager, award: AwardEntity): Promise<boolean> {
    return (await this.addWith(tx, [award], [])).awards.has(award.id);
  }

  /**
   * Writes awards, and the certificates of those of them that are new.
   * @returns the ids of those that are new, and of the certificates whose number was free
   */
  async addWith(
    tx: EntityManager,
    awards: readonly AwardEntity[],
    certificates: readonly NewCertificate[],
  ): Promise<Added> {
    const text = ADD_WITH('on conflict (number) do nothing');
    return writtenOf(await prepared<Written>(tx, 'accreditation: awards', text, addedColumns(awards, certificates)));
  }

  /** The same as a question that fails where a certificate's number is taken. */
  adding(awards: readonly AwardEntity[], certificates: readonly NewCertificate[]): Question<Added> {
    const values = addedColumns(awards, certificates);
    return question({ name: 'accreditation: awards at the end', text: ADD_WITH(''), values }, writtenOf);
  }
}

/** A parameter a column, with the values of all. */
const addedColumns = (awards: readonly AwardEntity[], certificates: readonly NewCertificate[]): unknown[] => [
  awards.map(({ id }) => id),
  awards.map(({ schemeId }) => schemeId),
  awards.map(({ schemeVersionId }) => schemeVersionId),
  awards.map(({ personId }) => personId),
  awards.map(({ period }) => period),
  awards.map(({ awardedAt }) => awardedAt),
  awards.map(({ validUntil }) => validUntil),
  awards.map(({ evidence }) => JSON.stringify(evidence)),
  ...certificateColumns(certificates),
];

function writtenOf(rows: readonly Written[]): Added {
  const idsOf = (wanted: boolean) => new Set(rows.flatMap(({ id, isAward }) => (isAward === wanted ? id : [])));
  return { awards: idsOf(true), certificates: idsOf(false) };
}
