import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Something has changed on which it depends what is asked of a person. A row a change: nobody waits for another to mark. */
@Entity({ name: 'settling_mark' })
export class SettlingMarkEntity {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid')
  personId: string;
}
