import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A numbered edition of the handbook. Once it is out it stays as it is: a trigger sees to that. */
@Entity({ name: 'handbook_edition' })
export class HandbookEditionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('integer')
  number: number;

  /** `Autumn 2026` */
  @Column('text')
  title: string;

  /** When it is to come out; null: nobody has said. */
  @Column('timestamptz', { nullable: true })
  publishAt: Date | null;

  /** Null: it is a draft. */
  @Column('timestamptz', { nullable: true })
  publishedAt: Date | null;

  @Column('timestamptz')
  draftedAt: Date;

  @Column('uuid')
  draftedBy: string;
}
