import type { Day } from '@induct/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Entered } from './entered.columns';
import type { RegisterMode } from './register-mode';

/** What the register of who may take part is, from a day on. Of those confirmed that have begun, the one confirmed last counts. */
@Entity({ name: 'register_edition' })
export class RegisterEditionEntity extends Entered {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text')
  mode: RegisterMode;

  @Column('date')
  startsOn: Day;

  @Column('uuid', { array: true })
  bodyIds: string[];

  /** What those bodies do that the law asks a certificate for, in words. */
  @Column('text')
  functions: string;

  /** Who accredits. */
  @Column('text')
  authority: string;

  /** What the council says above the register. */
  @Column('text')
  words: string;
}
