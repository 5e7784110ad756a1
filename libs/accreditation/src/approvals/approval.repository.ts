import { Injectable } from '@nestjs/common';
import type { Person, Role } from '@induct/people';
import { type Day, Ids } from '@induct/platform';
import { DataSource, type EntityManager } from 'typeorm';

/** Something that was proposed, and of which nobody was told. */
export interface WaitingProposal {
  what: 'template' | 'mark';
  id: string;
  /** Of a template. */
  number: number | null;
  /** Of a template: its name; null: every scheme that has none of its own. */
  scheme: string | null;
  /** From which day on; null: from the day on which it is approved. */
  fromDay: Day | null;
  proposedAt: Date;
  proposedBy: string;
  /** Who may not approve it: they wrote or proposed it. */
  own: string[];
}

/** What waits for approval and who may approve it; and that they were told. */
@Injectable()
export class ApprovalRepository {
  constructor(
    private readonly source: DataSource,
    private readonly ids: Ids,
  ) {}

  /** Without a letter, the longest waiting first. */
  async untold(): Promise<WaitingProposal[]> {
    return this.source.query<WaitingProposal[]>(
      `select w.* from (
         select 'template' as what, v.id, v.number, s.name as scheme, v.from_day::text as "fromDay",
                v.proposed_at as "proposedAt", v.proposed_by as "proposedBy",
                array[v.drafted_by, v.changed_by, v.proposed_by] as own
           from template_version v left join scheme s on s.id = v.scheme_id where v.state = 'proposed'
          union all
         select 'mark', id, null, null, starts_on::text, proposed_at, proposed_by, array[proposed_by]
           from council_mark where outcome is null) w
        where not exists (select from approval_letter l 
           where coalesce(l.template_version_id, l.council_mark_id) = w.id and l.proposed_at = w."proposedAt")
        order by w."proposedAt", w.id`,
    );
  }

  /** @returns false when another worker was first */
  async told(tx: EntityManager, { what, id, proposedAt }: WaitingProposal, at: Date): Promise<boolean> {
    const of = { template: what === 'template' ? id : null, mark: what === 'mark' ? id : null };
    const rows = await tx.query<unknown[]>(
      `insert into approval_letter (id, template_version_id, council_mark_id, proposed_at, written_at)
       values ($1, $2, $3, $4, $5) on conflict do nothing returning 1`,
      [this.ids.uuid(), of.template, of.mark, proposedAt, at],
    );
    return rows.length > 0;
  }

  /** Everybody who confirms with one of these roles by then. @param own who does not */
  async approvers(
    tx: EntityManager,
    roles: readonly Role[],
    own: readonly string[],
    now: Date,
  ): Promise<Pick<Person, 'id' | 'name' | 'email'>[]> {
    return tx.query<Pick<Person, 'id' | 'name' | 'email'>[]>(
      `select p.id, p.name, p.email from person_current p
        where p.is_active and p.id <> all ($2::uuid[]) and exists (
          select from role_held r where r.person_id = p.id and r.role = any ($1) and r.confirms_from <= $3)
        order by p.id`,
      [roles, own, now],
    );
  }
}
