import type { CmiTree } from '@induct/scorm';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a SCO of a preview was left, so that a reloaded page goes on there. */
@Entity({ name: 'preview_sco' })
export class PreviewScoEntity {
  @PrimaryColumn('uuid')
  previewId: string;

  @PrimaryColumn('text')
  sco: string;

  /** Of the commit it is from; 0 when it came from an earlier preview or a finding. */
  @Column('integer')
  seq: number;

  @Column('boolean')
  final: boolean;

  @Column('json')
  cmi: CmiTree;
}
