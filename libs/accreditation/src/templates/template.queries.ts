import { Injectable } from '@nestjs/common';
import { Clock, type Day, dayInLondon } from '@induct/platform';
import { DataSource } from 'typeorm';
import { firstTemplate } from './first-template';
import { type Preview, PreviewRepository } from './preview.repository';
import type { SchemeEntity } from '../scheme/scheme.entity';
import type { Template } from '../certificate/template';
import type { TemplateVersionEntity } from './template-version.entity';
import { TemplateNotFound } from './template.errors';
import { TemplateRepository } from './template.repository';

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

/** What a template can be for. */
export type NamedScheme = Pick<SchemeEntity, 'id' | 'name'>;

/** One of them, with its previews. */
export interface ShownTemplate extends TemplateVersionEntity {
  /** Null: every scheme. */
  scheme: string | null;
  previews: Preview[];
}

/** What the pages about templates read. */
@Injectable()
export class TemplateQueries {
  constructor(
    private readonly source: DataSource,
    private readonly templates: TemplateRepository,
    private readonly previews: PreviewRepository,
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

  /** @throws TemplateNotFound */
  async find(number: number): Promise<ShownTemplate> {
    const version = await this.templates.find(number);
    if (!version) throw new TemplateNotFound();
    const [row] = await this.source.query<Pick<ShownTemplate, 'scheme' | 'previews'>[]>(
      `select (select name from scheme where id = $1) as scheme`,
      [version.schemeId],
    );
    return Object.assign(version, { scheme: row!.scheme, previews: await this.previews.of(version.id) });
  }

  /** What certificates of its scheme are issued with today. @returns its number, null: as they came with Induct */
  async inPlaceOf({
    schemeId,
  }: Pick<ShownTemplate, 'schemeId'>): Promise<{ number: number | null; template: Template }> {
    const today = { awardedOn: this.today(), issuedOn: this.today() };
    const { version, statutory } = await this.templates.issuedWith(this.source.manager, schemeId, today);
    return version ?? { number: null, template: firstTemplate(statutory) };
  }

  /** For which schemes a template can be begun, by name. */
  async schemes(): Promise<NamedScheme[]> {
    return this.source.query<NamedScheme[]>('select id, name from scheme order by name, id');
  }

  private today(): Day {
    return dayInLondon(this.clock.now());
  }
}
