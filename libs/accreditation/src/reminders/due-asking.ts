import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { SessionsToBook, toBookInWords } from '@induct/events';
import { type Asked, type AskedReader, AskingLetters, type AskingSource, type Look } from '@induct/letters';
import { CONFIG, type Config, type Day } from '@induct/platform';
import type { EntityManager } from 'typeorm';
import type { RequirementEntity } from '../requirements/requirement.entity';
import { askedOf } from './asked-of';
import { askedDue, type LetterItem } from './due.letters';
import { Due, type DueItem } from '../mandates/due.queries';
import { nextDay, toSay } from '../mandates/ladder';
import { MarksRepository } from '../mandates/marks.repository';
import { ObligationRepository } from '../mandates/obligation.repository';
import { Settling } from '../mandates/settling.service';

const PERSON = ['person'] as const;

/** What mandates ask of people, for their letter of the day: all rungs that are reached. */
@Injectable()
export class DueAsking implements AskingSource, OnModuleInit {
  readonly order = 10;
  readonly isMandatory = true;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly letters: AskingLetters,
    private readonly settling: Settling,
    private readonly obligations: ObligationRepository,
    private readonly marks: MarksRepository,
    private readonly due: Due,
    private readonly sessions: SessionsToBook,
  ) {}

  onModuleInit(): void {
    this.letters.register(this);
  }

  waiting(look: Look): Promise<AskedReader[]> {
    return this.marks.toAsk(look);
  }

  async ask(tx: EntityManager, { personId }: AskedReader, when: { today: Day; until: Day }): Promise<Asked[]> {
    const { today, until } = when;
    if (!(await this.obligations.isToAsk(tx, personId, until))) return [];
    const { person, open } = await this.settling.settle(tx, personId, today);
    if (!person) return [];
    const told: string[] = [];
    for (const one of open.filter(({ askOn }) => askOn !== null && askOn <= until)) {
      const rungs = toSay(askedOf(one), one.said, until, PERSON);
      if (rungs.length > 0) {
        await this.obligations.reach(tx, one.id, rungs, today);
        told.push(one.id);
      }
      const askOn = nextDay(askedOf(one), [...one.said, ...rungs], until, PERSON);
      await this.obligations.lookAgain(tx, one.id, { askOn });
    }
    const inGroup = new Set(open.flatMap(({ id, mandate }) => (mandate.who === 'group' ? [id] : [])));
    const items = (await this.due.of(personId, tx))
      .filter(({ id }) => told.includes(id))
      .map((item) => ({ ...item, inGroup: inGroup.has(item.id) }));
    if (items.length === 0) return [];
    return [askedDue(await this.withSessions(tx, personId, items, today), { today, site: this.config.SITE_ORIGIN })];
  }

  /** With the sessions that would meet what is missing, where sessions do. */
  private async withSessions(
    tx: EntityManager,
    personId: string,
    items: readonly (DueItem & Pick<LetterItem, 'inGroup'>)[],
    today: Day,
  ): Promise<LetterItem[]> {
    const needs = await tx.query<Pick<RequirementEntity, 'id' | 'slug'>[]>(
      `select r.id, r.slug from requirement r
        where r.id = any($1) and exists (select from way w where w.requirement_id = r.id and w.kind = 'attendance' and w.during @> $2::date)`,
      [items.flatMap((one) => one.needs), today],
    );
    const slugs = new Map(needs.map(({ id, slug }) => [id, slug]));
    const sessions = await this.sessions.of(tx, personId, [...slugs.values()]);
    return items.map((item) => ({
      ...item,
      sessions: item.needs.flatMap((id) => {
        const found = sessions.get(slugs.get(id) ?? '');
        if (!found) return [];
        const canBook = found.session?.has === undefined ? found.session : undefined;
        return [{ words: toBookInWords(found), book: canBook }];
      }),
    }));
  }
}
