import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { type Day, dayInLondon, listOf, prepared } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { AwardEntity } from './award.entity';
import type { SchemeVersionEntity } from './scheme-version.entity';
import { MARK_ON, markOf, type Mark, type MarkRow } from '../marks/mark.repository';
import type { SchemeEntity } from '../scheme/scheme.entity';
import { SIGNING_ON, type Signing, signingOf, type SigningRow } from '../signatories/signatory.repository';
import { printedWith, type PrintedBy } from '../templates/printed-with';
import { ISSUED_WITH, type IssuedWith } from '../templates/template.repository';
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
  printed: PrintedBy;
}

/** An award whose certificate is to be issued at a moment. */
export interface Certified {
  award: AwardEntity;
  issuedAt: Date;
}

interface Row {
  editions: Edition[];
  titles: Said['titles'] | null;
  holders: Pick<PersonCurrent, 'id' | 'name'>[];
  days: { day: Day; signing: SigningRow[]; marks: MarkRow[] }[];
  /** In the order in which they were asked. */
  printed: IssuedWith[];
}

const TEXT = `select
  ${listOf(`select v.id, v.number as "editionNumber", s.name_cy as "schemeCy"
    from scheme_version v join scheme s on s.id = v.scheme_id where v.id = any($1::uuid[])`)} as editions,
  (${WELSH_TITLES('$2::uuid[]')}) as titles,
  ${listOf('select id, name from person_current where id = any($3::uuid[])')} as holders,
  ${listOf(`select d.day::text, ${listOf(SIGNING_ON('d.day'))} as signing, ${listOf(MARK_ON('d.day'))} as marks
    from unnest($4::date[]) as d (day)`)} as days,
  ${listOf(`select ${ISSUED_WITH('p.scheme_id', { awardedOn: 'p.awarded_on', issuedOn: 'p.issued_on' })}
    from unnest($5::uuid[], $6::date[], $7::date[]) with ordinality as p (scheme_id, awarded_on, issued_on, n)
   order by p.n`)} as printed`;

/** Reads what certificates say: one statement, however many there are. */
@Injectable()
export class SaidQueries {
  /** @returns of each of them, as the transaction that asks sees it */
  async of(tx: EntityManager, certified: readonly Certified[]): Promise<Said[]> {
    const asked = certified.map(({ award, issuedAt }) => {
      const { schemeId, schemeVersionId, personId, evidence } = award;
      const days = { awardedOn: dayInLondon(award.awardedAt), issuedOn: dayInLondon(issuedAt) };
      return { schemeId, schemeVersionId, personId, evidence, ...days };
    });
    const keyOf = ({ schemeId, awardedOn, issuedOn }: (typeof asked)[number]) => `${schemeId} ${awardedOn} ${issuedOn}`;
    const kinds = new Map(asked.map((one) => [keyOf(one), one]));
    const values = [
      [...new Set(asked.map(({ schemeVersionId }) => schemeVersionId))],
      [...new Set(asked.flatMap(({ evidence }) => evidence.flatMap(idsOf)))],
      [...new Set(asked.map(({ personId }) => personId))],
      [...new Set(asked.map(({ awardedOn }) => awardedOn))],
      [...kinds.values()].map(({ schemeId }) => schemeId),
      [...kinds.values()].map(({ awardedOn }) => awardedOn),
      [...kinds.values()].map(({ issuedOn }) => issuedOn),
    ];
    const [row] = await prepared<Row>(tx, 'accreditation: what is said', TEXT, values);
    const { editions, titles, holders, days, printed } = row!;
    const printedBy = new Map([...kinds.keys()].map((key, nth) => [key, printedWith(printed[nth]!)]));
    return asked.map((one) => {
      const edition = editions.find(({ id }) => id === one.schemeVersionId);
      const holder = holders.find(({ id }) => id === one.personId);
      if (!edition || !holder) throw new Error('The version or the person of an award does not exist');
      const { signing, marks } = days.find(({ day }) => day === one.awardedOn)!;
      const { editionNumber, schemeCy } = edition;
      const [signatories, mark] = [signingOf(signing), markOf(marks[0])];
      const said = { holder: holder.name, editionNumber, schemeCy, titles: titles ?? {}, signatories, mark };
      return { ...said, printed: printedBy.get(keyOf(one))! };
    });
  }
}

const idsOf = (shown: object): string[] =>
  ['requirementId', 'schemeId', 'courseId'].flatMap((key) => (shown as Record<string, string>)[key] ?? []);
