import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Substitutes } from './council.words';
import { Recorded } from './recorded.columns';

/** Who may stand in on a body, for a time. Never deleted. */
@Entity({ name: 'body_rule' })
export class BodyRuleEntity extends Recorded {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  bodyId: string;

  @Column('daterange')
  during: string;

  /** `named`: who is on the body as a substitute; `group`: anybody of the group of who is away. */
  @Column('text')
  substitutes: Substitutes;
}
