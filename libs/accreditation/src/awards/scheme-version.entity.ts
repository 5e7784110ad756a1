import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a scheme asks for, from a day on. */
@Entity({ name: 'scheme_version' })
export class SchemeVersionEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  schemeId: string;

  @Column('integer')
  number: number;

  @Column('text')
  edition: string;

  @Column('date')
  effectiveFrom: string;

  @Column('integer')
  validityMonths: number;

  @Column('jsonb')
  rule: unknown;
}
