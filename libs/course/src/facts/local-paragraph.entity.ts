import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What the council says after a screen of a module. The newest row of a screen is said; none is ever changed. */
@Entity({ name: 'local_paragraph' })
export class LocalParagraphEntity {
  /** The later, the higher. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('uuid')
  courseId: string;

  /** Its id in the module. */
  @Column('text')
  screen: string;

  /** Null: nothing. */
  @Column('text', { nullable: true })
  words: string | null;

  @Column('uuid')
  setBy: string;

  @Column('timestamptz')
  setAt: Date;
}
