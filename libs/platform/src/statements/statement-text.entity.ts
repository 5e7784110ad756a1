import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the council says on one of its pages about itself, each time it was changed. For ever; the highest version is shown. */
@Entity({ name: 'statement_text' })
export class StatementTextEntity {
  /** `accessibility`, `cookies`, `privacy`, `terms` */
  @PrimaryColumn('text')
  kind: string;

  /** `en`, `cy` */
  @PrimaryColumn('text')
  language: string;

  /** 1, 2, …; 0 is what was shipped. */
  @PrimaryColumn('integer')
  version: number;

  /** Markdown with places in double braces. Empty: what was shipped is shown again. */
  @Column('text')
  text: string;

  @Column('uuid')
  changedBy: string;

  @Column('timestamptz')
  changedAt: Date;
}
