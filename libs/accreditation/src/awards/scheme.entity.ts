import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What can be earned. */
@Entity({ name: 'scheme' })
export class SchemeEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  slug: string;

  @Column('text')
  name: string;
}
