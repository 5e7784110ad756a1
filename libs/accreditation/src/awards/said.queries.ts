import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { type Day, dayInLondon, listOf, prepared } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AwardEntity } from './award.entity';
import type { SchemeVersionEntity } from './scheme-version.entity';
import { MARK_ON, markOf, type Mark, type MarkRow } from '../marks/mark.repository';
import type { SchemeEntity } from '../scheme/scheme.entity';
import { SIGNING_ON, type Signing, signingOf, type SigningRow } from '../signatories/signatory.repository';
import { WELSH_TITLES } from '../welsh/welsh-names.repository';

type Edition = Pick<SchemeVersionEntity, 'id'> & { editionNumber: number; schemeCy: SchemeEntity['nameCy'] };

/** What certificates say beside the award itself, as things are now. */
export interface Said {
  /** The person's name. */
  holder: string;
  editionNumber: number;
  schemeCy: string | null;
  /** In Welsh, by id of a requirement, a module or another scheme. */
  titles: Readonly<Record<string, string>>;
  signatories: Signing[];
  mark: Mark | undefined;
}

interface Row {
  editions: Edition[];
  titles: Said['titles'] | null;
  holders: Pick<PersonCurrent, 'id' | 'name'>[];
  days: { day: Day; signing: SigningRow[]; marks: MarkRow[] }[];
}

const TEXT = `select
  ${listOf(`select v.id, v.number as "editionNumber", s.name_cy as "schemeCy"
    from scheme_version v join scheme s on s.id = v.scheme_id where v.id = any($1::uuid[])`)} as editions,
  (${WELSH_TITLES('$2::uuid[]')}) as titles,
  ${listOf('select id, name from person_current where id = any($3::uuid[])')} as holders,
  ${listOf(`select d.day::text, ${listOf(SIGNING_ON('d.day'))} as signing, ${listOf(MARK_ON('d.day'))} as marks
    from unnest($4::date[]) as d (day)`)} as days`;

/** Reads what certificates say: one statement, however many there are. */
@Injectable()
export class SaidQueries {
  /** @returns of each award, as the transaction that asks sees it */
  async of(tx: EntityManager, awards: readonly AwardEntity[]): Promise<Said[]> {
    const values = [
      awards.map(({ schemeVersionId }) => schemeVersionId),
      awards.flatMap(({ evidence }) => evidence.flatMap(idsOf)),
      awards.map(({ personId }) => personId),
      [...new Set(awards.map(({ awardedAt }) => dayInLondon(awardedAt)))],
    ];
    const [row] = await prepared<Row>(tx, 'accreditation: what is said', TEXT, values);
    const { editions, titles, holders, days } = row!;
    return awards.map(({ schemeVersionId, personId, awardedAt }) => {
      const edition = editions.find(({ id }) => id === schemeVersionId);
      const holder = holders.find(({ id }) => id === personId);
      if (!edition || !holder) throw new Error('The version or the person of an award does not exist');
      const { signing, marks } = days.find(({ day }) => day === dayInLondon(awardedAt))!;
      const { editionNumber, schemeCy } = edition;
      const [signatories, mark] = [signingOf(signing), markOf(marks[0])];
      return { holder: holder.name, editionNumber, schemeCy, titles: titles ?? {}, signatories, mark };
    });
  }
}

const idsOf = (shown: object): string[] =>
  ['requirementId', 'schemeId', 'courseId'].flatMap((key) => (shown as Record<string, string>)[key] ?? []);
