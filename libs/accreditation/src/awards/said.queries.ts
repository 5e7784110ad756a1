import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { type Day, dayInLondon, listOf, type Question, question, together } from '@induct/platform';
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

/** What is looked up for certificates: each once. */
interface Asked {
  versionIds: string[];
  /** What may have a Welsh title. */
  titledIds: string[];
  personIds: string[];
  awardedOn: Day[];
  /** A scheme on two days. */
  kinds: Kind[];
}

interface Kind {
  schemeId: string;
  awardedOn: Day;
  issuedOn: Day;
}

/** What was asked for certificates, and what the tables say. */
export interface SaidOf {
  asked: Asked;
  row: Row;
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
  /** What certificates were last made of. */
  private last?: Asked;

  /**
   * Certificates of one scheme are mostly made one after the other, when many complete its last module. What the next of them will say can be
   * asked before it is known that there are any.
   * Nothing is asked when the transaction before made none.
   */
  ahead(personIds: readonly string[]): Question<SaidOf | undefined> {
    return this.last ? asking({ ...this.last, personIds: [...personIds] }) : NOTHING;
  }

  /** A transaction that could have made certificates made none: the next will make none either. */
  noneMade(): void {
    this.last = undefined;
  }

  /**
   * @param ahead what was asked before in this transaction
   * @returns of each of them, as the transaction that asks sees it
   */
  async of(tx: EntityManager, certified: readonly Certified[], ahead?: SaidOf): Promise<Said[]> {
    const asked = askedFor(certified);
    const known = ahead && isCovered(asked, ahead.asked) ? ahead : (await together(tx, [asking(asked)]))[0];
    this.last = asked;
    return certified.map((one) => saidOf(one, known));
  }
}

const NOTHING: Question<undefined> = { statements: [], answer: () => undefined };

const asking = (asked: Asked): Question<SaidOf> => {
  const values = [
    asked.versionIds,
    asked.titledIds,
    asked.personIds,
    asked.awardedOn,
    asked.kinds.map(({ schemeId }) => schemeId),
    asked.kinds.map(({ awardedOn }) => awardedOn),
    asked.kinds.map(({ issuedOn }) => issuedOn),
  ];
  return question({ name: 'accreditation: what is said', text: TEXT, values }, ([row]: Row[]) => ({
    asked,
    row: row!,
  }));
};

function askedFor(certified: readonly Certified[]): Asked {
  const kinds = new Map(certified.map(kindOf).map((kind) => [keyOf(kind), kind]));
  const awards = certified.map(({ award }) => award);
  return {
    versionIds: unique(awards.map(({ schemeVersionId }) => schemeVersionId)),
    titledIds: unique(awards.flatMap(({ evidence }) => evidence.flatMap(idsOf))),
    personIds: unique(awards.map(({ personId }) => personId)),
    awardedOn: unique([...kinds.values()].map(({ awardedOn }) => awardedOn)),
    kinds: [...kinds.values()],
  };
}

function isCovered(asked: Asked, by: Asked): boolean {
  const isIn = (some: readonly string[], all: readonly string[]) => some.every((one) => all.includes(one));
  return (
    isIn(asked.versionIds, by.versionIds) &&
    isIn(asked.titledIds, by.titledIds) &&
    isIn(asked.personIds, by.personIds) &&
    isIn(asked.kinds.map(keyOf), by.kinds.map(keyOf))
  );
}

function saidOf(one: Certified, { asked, row }: SaidOf): Said {
  const { award } = one;
  const kind = kindOf(one);
  const edition = row.editions.find(({ id }) => id === award.schemeVersionId);
  const holder = row.holders.find(({ id }) => id === award.personId);
  if (!edition || !holder) throw new Error('The version or the person of an award does not exist');
  const { signing, marks } = row.days.find(({ day }) => day === kind.awardedOn)!;
  const printed = row.printed[asked.kinds.findIndex((known) => keyOf(known) === keyOf(kind))]!;
  const { editionNumber, schemeCy } = edition;
  const [signatories, mark] = [signingOf(signing), markOf(marks[0])];
  const said = { holder: holder.name, editionNumber, schemeCy, titles: row.titles ?? {}, signatories, mark };
  return { ...said, printed: printedWith(printed) };
}

const kindOf = ({ award, issuedAt }: Certified): Kind => ({
  schemeId: award.schemeId,
  awardedOn: dayInLondon(award.awardedAt),
  issuedOn: dayInLondon(issuedAt),
});

const keyOf = ({ schemeId, awardedOn, issuedOn }: Kind): string => `${schemeId} ${awardedOn} ${issuedOn}`;

const unique = <T>(some: readonly T[]): T[] => [...new Set(some)];

const idsOf = (shown: object): string[] =>
  ['requirementId', 'schemeId', 'courseId'].flatMap((key) => (shown as Record<string, string>)[key] ?? []);
