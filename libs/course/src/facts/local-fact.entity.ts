import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** What the council says where modules have a place for it. The newest row of a key is said; none is ever changed. */
@Entity({ name: 'local_fact' })
export class LocalFactEntity {
  /** The later, the higher. */
  @PrimaryGeneratedColumn('identity', { type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column('text')
  key: string;

  /** Null: what each module came with. */
  @Column('text', { nullable: true })
  words: string | null;

  @Column('uuid')
  setBy: string;

  @Column('timestamptz')
  setAt: Date;
}
