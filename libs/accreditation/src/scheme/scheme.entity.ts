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

  @Column('text', { nullable: true })
  nameCy: string | null;

  /** `system`: the certificate comes with the award; `officer`: it waits for a batch. */
  @Column('text')
  issuedBy: 'system' | 'officer';
}
