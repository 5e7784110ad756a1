import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@induct/platform';
import type { Wish } from '@induct/printing';
import { DataSource, type EntityManager } from 'typeorm';
import { SAMPLES } from './samples';
import type { TemplatePreviewEntity } from './template-preview.entity';
import type { TemplateVersionEntity } from './template-version.entity';

/** One preview, as pages show it. */
export interface Preview extends Pick<TemplatePreviewEntity, 'id' | 'sample' | 'error' | 'bytes' | 'madeAt'> {
  /** Of the template as it is now. */
  isPrinted: boolean;
  /** Hex; null until there is one, of whatever revision. */
  sha256: string | null;
  hasPicture: boolean;
}

/** What a preview is made of. */
export type PreviewedTemplate = Pick<TemplatePreviewEntity, 'sample'> &
  Pick<TemplateVersionEntity, 'template' | 'schemeId'>;

/** The rows of the previews; the pipeline of libs/printing writes the rest. */
@Injectable()
export class PreviewRepository {
  constructor(
    private readonly source: DataSource,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** Wishes for every preview of a template anew. */
  async wish(tx: EntityManager, templateVersionId: string): Promise<Wish[]> {
    return tx.query<Wish[]>(
      `insert into template_preview (id, template_version_id, sample, wanted_at)
       select p.id, $1, p.sample, $4 from unnest($2::uuid[], $3::text[]) as p (id, sample)
       on conflict (template_version_id, sample) do update
          set revision = template_preview.revision + 1, wanted_at = excluded.wanted_at, attempts = 0, error = null
       returning id, revision`,
      [templateVersionId, SAMPLES.map(() => this.ids.uuid()), [...SAMPLES], this.clock.now()],
    );
  }

  /** In the order of the samples. */
  async of(templateVersionId: string, tx: EntityManager = this.source.manager): Promise<Preview[]> {
    return tx.query<Preview[]>(
      `select id, sample, error, bytes, made_at as "madeAt", encode(sha256, 'hex') as sha256,
              picture is not null as "hasPicture", made_of is not distinct from revision as "isPrinted"
         from template_preview where template_version_id = $1
        order by array_position($2::text[], sample)`,
      [templateVersionId, [...SAMPLES]],
    );
  }

  /** Keeps what one looks like; it goes with the next, or with the template. */
  async picture(tx: EntityManager, id: string, picture?: Uint8Array): Promise<void> {
    await tx.query('update template_preview set picture = $2 where id = $1', [
      id,
      picture ? Buffer.from(picture) : null,
    ]);
  }

  /** @returns a PNG; undefined while there is none */
  async pictureOf(number: number, sample: string): Promise<Buffer | undefined> {
    const [row] = await this.source.query<Pick<TemplatePreviewEntity, 'picture'>[]>(
      `select p.picture from template_preview p join template_version v on v.id = p.template_version_id
        where v.number = $1 and p.sample = $2`,
      [number, sample],
    );
    return row?.picture ?? undefined;
  }

  /** What one of them is made of. */
  async gather(id: string): Promise<PreviewedTemplate | undefined> {
    const [row] = await this.source.query<PreviewedTemplate[]>(
      `select p.sample, v.template, v.scheme_id as "schemeId"
         from template_preview p join template_version v on v.id = p.template_version_id where p.id = $1`,
      [id],
    );
    return row;
  }

  /** @returns the files of a template's previews, in hex */
  async files(tx: EntityManager, templateVersionId: string): Promise<string[]> {
    const rows = await tx.query<{ sha256: string }[]>(
      `select encode(sha256, 'hex') as sha256 from template_preview where template_version_id = $1 and sha256 is not null`,
      [templateVersionId],
    );
    return rows.map(({ sha256 }) => sha256);
  }
}
