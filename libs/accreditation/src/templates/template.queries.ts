import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import type { SchemeEntity } from '../awards/scheme.entity';
import type { Template } from './template';
import type { TemplateVersionEntity } from './template-version.entity';

/** A template in the list. */
export interface ListedTemplate extends Pick<
  TemplateVersionEntity,
  'number' | 'state' | 'fromDay' | 'draftedBy' | 'proposedBy' | 'approvedBy' | 'changedAt'
> {
  languages: Template['layout']['languages'];
  /** Null: every scheme. */
  scheme: string | null;
  /** It was sent back, and not proposed again. */
  isSentBack: boolean;
  isInUse: boolean;
}

/** What the pages about templates read. */
@Injectable()
export class TemplateQueries {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
  ) {}

  /** The newest first. */
  async list(limit: number, offset: number): Promise<{ templates: ListedTemplate[]; total: number }> {
    const [templates, [count]] = await Promise.all([
      this.source.query<ListedTemplate[]>(
        `select v.number, v.state, v.from_day::text as "fromDay", v.drafted_by as "draftedBy",
                v.proposed_by as "proposedBy", v.approved_by as "approvedBy", v.changed_at as "changedAt",
                v.template -> 'layout' ->> 'languages' as languages, s.name as scheme,
                v.state = 'draft' and v.sent_back_at is not null as "isSentBack",
                v.state = 'approved' and v.from_day <= $1 and not exists (
                  select from template_version n
                   where n.state = 'approved' and n.scheme_id is not distinct from v.scheme_id
                     and n.from_day > v.from_day and n.from_day <= $1) as "isInUse"
           from template_version v left join scheme s on s.id = v.scheme_id
          order by v.number desc limit $2 offset $3`,
        [this.today(), limit, offset],
      ),
      this.source.query<{ total: number }[]>('select count(*)::int as total from template_version'),
    ]);
    return { templates, total: count!.total };
  }

  /** How many wait for an administrator. */
  async waiting(): Promise<number> {
    const [row] = await this.source.query<{ waiting: number }[]>(
      `select count(*)::int as waiting from template_version where state = 'proposed'`,
    );
    return row!.waiting;
  }

  /** For which schemes a template can be begun, by name. */
  async schemes(): Promise<Pick<SchemeEntity, 'id' | 'name'>[]> {
    return this.source.query<Pick<SchemeEntity, 'id' | 'name'>[]>('select id, name from scheme order by name, id');
  }

  private today(): Day {
    return dayInLondon(this.clock.now());
  }
}
