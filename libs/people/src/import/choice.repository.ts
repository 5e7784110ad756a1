import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { BodyEntity } from '../council/body.entity';
import type { Capacity } from '../council/council.words';
import { PERIOD_OF, type Period } from '../council/period';
import type { PersonEntity } from '../persons/person.entity';
import type { Choice, Choices } from './reading/choice';
import type { MembershipImportChoiceEntity } from './membership-import-choice.entity';

/** Somebody a row could be about, with what tells them from another of that name. */
export type Candidate = Pick<PersonEntity, 'id' | 'name' | 'email' | 'division'> & {
  group: string | null;
  isActive: boolean;
  /** The latest first. */
  terms: (Period & { division: string })[];
  /** Of today. */
  seats: (Pick<BodyEntity, 'name' | 'kind'> & { capacity: Capacity })[];
};

/** Whom rows are about, as officers have chosen. */
@Injectable()
export class ChoiceRepository {
  async all(tx: EntityManager): Promise<Choices> {
    const rows = await tx.query<(Choice & Pick<MembershipImportChoiceEntity, 'content'>)[]>(
      `select c.content, c.person_id as "personId", c.email, c.chosen_at as at, p.name as "byName"
         from membership_import_choice c join person p on p.id = c.chosen_by`,
    );
    return new Map(rows.map(({ content, ...choice }) => [content, choice]));
  }

  /** The last one counts. */
  async keep(tx: EntityManager, chosen: MembershipImportChoiceEntity): Promise<void> {
    await tx.query(
      `insert into membership_import_choice (content, person_id, email, chosen_by, chosen_at) values ($1, $2, $3, $4, $5)
       on conflict (content) do update set person_id = excluded.person_id, email = excluded.email,
         chosen_by = excluded.chosen_by, chosen_at = excluded.chosen_at`,
      [chosen.content, chosen.personId, chosen.email, chosen.chosenBy, chosen.chosenAt],
    );
  }

  async forget(tx: EntityManager, chosenBefore: Date): Promise<void> {
    await tx.query('delete from membership_import_choice where chosen_at < $1', [chosenBefore]);
  }

  /** By address. @param day on which their seats are told */
  candidates(tx: EntityManager, ids: readonly string[], day: string): Promise<Candidate[]> {
    return tx.query<Candidate[]>(
      `select p.id, p.name, p.email, p.division, p.political_group as "group", p.deactivated_at is null as "isActive",
              (select coalesce(json_agg(t order by t."from" desc), '[]')
                 from (select division, ${PERIOD_OF('during')} from term
                        where person_id = p.id and superseded_at is null) t) as terms,
              (select coalesce(json_agg(json_build_object('name', b.name, 'kind', b.kind, 'capacity', m.capacity)
                        order by fold_name(b.name), b.name), '[]')
                 from membership m join body b on b.id = m.body_id
                where m.person_id = p.id and m.superseded_at is null and m.during @> $2::date and b.kind <> 'group') as seats
         from person p where p.id = any($1) order by lower(p.email)`,
      [ids, day],
    );
  }
}
