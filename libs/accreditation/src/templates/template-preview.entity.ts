import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Sample } from './samples';

/** What a certificate of a template looks like, as the worker prints it: a document of libs/printing. */
@Entity({ name: 'template_preview' })
export class TemplatePreviewEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  templateVersionId: string;

  @Column('text')
  sample: Sample;

  @Column('timestamptz')
  wantedAt: Date;

  /** The template's, when it was wished for. */
  @Column('integer')
  revision: number;

  @Column('uuid', { nullable: true })
  leasedBy: string | null;

  @Column('timestamptz', { nullable: true })
  leasedUntil: Date | null;

  @Column('integer')
  attempts: number;

  @Column('text', { nullable: true })
  error: string | null;

  @Column('bytea', { nullable: true })
  storingSha256: Buffer | null;

  @Column('bytea', { nullable: true })
  sha256: Buffer | null;

  @Column('integer', { nullable: true })
  bytes: number | null;

  @Column('timestamptz', { nullable: true })
  madeAt: Date | null;

  @Column('integer', { nullable: true })
  madeOf: number | null;
}
