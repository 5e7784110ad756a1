import { ViewColumn, ViewEntity } from 'typeorm';
import type { Day } from '@induct/platform';
import type { RefreshPolicy } from '../publishing/publication';

/** Each time a version became the one that members see; never changed. */
@ViewEntity({ name: 'publication_made', synchronize: false })
export class PublicationMade {
  @ViewColumn()
  id: string;

  @ViewColumn()
  courseId: string;

  @ViewColumn()
  versionId: string;

  /** Counts the publications of the course. */
  @ViewColumn()
  number: number;

  /** What gave the right to publish. */
  @ViewColumn()
  ground: 'round' | 'override';

  /** The round that signed it off. */
  @ViewColumn()
  roundId: string | null;

  /** The override that published it. */
  @ViewColumn()
  overrideId: string | null;

  /** What it asks of people who had completed the course. */
  @ViewColumn()
  policy: RefreshPolicy['policy'];

  @ViewColumn()
  changeNote: string;

  /** The last day to take it again. */
  @ViewColumn()
  retakeBy: Day | null;

  /** What people half-way on an older version may do. */
  @ViewColumn()
  halfWay: 'finish_old' | 'choice';

  @ViewColumn()
  publishedBy: string;

  @ViewColumn()
  publishedAt: Date;
}
