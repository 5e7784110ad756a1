import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What an entry of the handbook says, to everybody or beside that to one district. Never changed: the next number supersedes it. */
@Entity({ name: 'handbook_text' })
export class HandbookTextEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  entryId: string;

  /** Null: to everybody. */
  @Column('text', { nullable: true })
  district: string | null;

  /** From 1, for each district anew. */
  @Column('integer')
  number: number;

  /** Null: of a district, which adds a body to the section. */
  @Column('text', { nullable: true })
  title: string | null;

  @Column('text', { nullable: true })
  titleCy: string | null;

  /** Markdown; may be empty. */
  @Column('text')
  body: string;

  @Column('text', { nullable: true })
  bodyCy: string | null;

  /** What it stands in; null: where its entry was added. Of a district always. */
  @Column('uuid', { nullable: true })
  parentId: string | null;

  /** Among those in the same place, small numbers first. Null: of a district. */
  @Column('smallint', { nullable: true })
  position: number | null;

  /** The last day of a topical question. */
  @Column('date', { nullable: true })
  until: string | null;

  /** It is live since it was written; else since the edition that has it. Of a district always. */
  @Column('boolean')
  isAtOnce: boolean;

  /** It is shown no more. */
  @Column('boolean')
  isWithdrawn: boolean;

  @Column('timestamptz')
  recordedAt: Date;

  @Column('uuid')
  recordedBy: string;
}
