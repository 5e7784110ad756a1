import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A launch whose player saw its own page changed: by the package, or by an add-on of the browser. */
@Entity({ name: 'changed_page' })
export class ChangedPageEntity {
  @PrimaryColumn('uuid')
  launchId: string;

  @Column('timestamptz')
  reportedAt: Date;
}
