import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How often a page was read on a day, by a kind of reader. Nothing of anybody. */
@Entity({ name: 'page_count' })
export class PageCountEntity {
  /** Of London. */
  @PrimaryColumn('date')
  day: string;

  /** The address as it is declared: `/modules/:slug`, never what stands in its place. */
  @PrimaryColumn('text')
  route: string;

  @PrimaryColumn('text')
  reader: 'public' | 'member' | 'tester' | 'officer';

  @Column('integer')
  count: number;
}
