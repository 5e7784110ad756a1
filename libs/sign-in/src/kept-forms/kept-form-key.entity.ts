import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the cookies of browsers that may keep a form are signed with; seals nothing. One row. */
@Entity({ name: 'kept_form_key' })
export class KeptFormKeyEntity {
  @PrimaryColumn('boolean')
  one: boolean;

  @Column('bytea')
  key: Buffer;
}
