import { Printed } from '@induct/printing';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Sample } from './samples';

/** What a certificate of a template looks like, as the worker prints it: a document of libs/printing. */
@Entity({ name: 'template_preview' })
export class TemplatePreviewEntity extends Printed {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  templateVersionId: string;

  @Column('text')
  sample: Sample;

  /** PNG of its page, as the desk shows it; null until there is one. */
  @Column('bytea', { nullable: true, select: false })
  picture: Buffer | null;
}
