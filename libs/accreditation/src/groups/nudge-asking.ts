import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Asked, type AskedReader, AskingLetters, type AskingSource, type Look } from '@induct/letters';
import type { PersonCurrent } from '@induct/people';
import { CONFIG, type Config, type Day } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';
import { Due } from '../mandates/due.queries';
import type { GroupNudgeEntity } from './group-nudge.entity';
import { askedByChampion } from './nudge.letter';

/** What champions remind their people of, for the letter of the day. */
@Injectable()
export class NudgeAsking implements AskingSource, OnModuleInit {
  readonly order = 15;
  readonly isMandatory = true;

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly source: DataSource,
    private readonly letters: AskingLetters,
    private readonly due: Due,
  ) {}

  onModuleInit(): void {
    this.letters.register(this);
  }

  waiting({ today, after, limit }: Look): Promise<AskedReader[]> {
    return this.source.query<AskedReader[]>(
      `select p.id as "personId", p.name, p.email
         from person_current p left join reminder_choice_standing c on c.person_id = p.id
        where p.is_active and coalesce(c.next_from <= $1, true) and p.id::text > $2
          and exists (select from group_nudge n where n.person_id = p.id and n.told_on is null)
        order by p.id::text limit $3`,
      [today, after, limit],
    );
  }

  /** What was met since is not asked for: nor is anything said then. */
  async ask(tx: EntityManager, { personId }: AskedReader, { today }: { today: Day }): Promise<Asked[]> {
    const [nudges] = await tx.query<[Pick<GroupNudgeEntity, 'byPerson'>[], number]>(
      `update group_nudge set told_on = $2 where person_id = $1 and told_on is null returning by_person as "byPerson"`,
      [personId, today],
    );
    if (nudges.length === 0) return [];
    const open = await this.due.of(personId, tx);
    if (open.length === 0) return [];
    const [champion] = await tx.query<Pick<PersonCurrent, 'name'>[]>('select name from person_current where id = $1', [
      nudges.at(-1)!.byPerson,
    ]);
    return [askedByChampion(champion!.name, open, { today, site: this.config.SITE_ORIGIN })];
  }
}
