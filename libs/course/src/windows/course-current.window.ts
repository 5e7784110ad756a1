import { ViewColumn, ViewEntity } from 'typeorm';

/** A course as it is now, published or not. */
@ViewEntity({ name: 'course_current', synchronize: false })
export class CourseCurrent {
  @ViewColumn()
  id: string;

  /** In addresses. */
  @ViewColumn()
  slug: string;

  @ViewColumn()
  title: string;

  @ViewColumn()
  summary: string;

  /** How long it takes, as the officer said. */
  @ViewColumn()
  minutes: number | null;

  /** The Core skills scheme asks for it while it is published. */
  @ViewColumn()
  core: boolean;

  @ViewColumn()
  createdAt: Date;

  /** The version that members see. */
  @ViewColumn()
  publishedVersionId: string | null;

  /** May be tried without an account; nothing is asked for by it. */
  @ViewColumn()
  taster: boolean;
}
