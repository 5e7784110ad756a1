import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { CourseCurrent, PublicationMade } from '@induct/course';
import type { Day } from '@induct/platform';
import { DataSource } from 'typeorm';

/** A publication that asks to take its module again. */
export interface AskedRetake extends Pick<PublicationMade, 'changeNote'>, Pick<CourseCurrent, 'slug'> {
  publicationId: string;
  module: CourseCurrent['title'];
  askedAt: Date;
  dueOn: Day;
}

/** What publications ask of people who had completed a module; who still has to do it is the window `retake_due`. */
@Injectable()
export class Retakes {
  constructor(@InjectDataSource() private readonly source: DataSource) {}

  /** Of modules that members see. @param since nobody is told of what was due before that */
  asked(since: Day): Promise<AskedRetake[]> {
    return this.source.query<AskedRetake[]>(
      `select p.id as "publicationId", c.title as module, c.slug, p.change_note as "changeNote",
              p.published_at as "askedAt", p.retake_by::text as "dueOn"
         from publication_made p join course_current c on c.id = p.course_id
        where p.policy = 'retake' and p.retake_by >= $1 and c.published_version_id is not null
        order by p.published_at, p.id`,
      [since],
    );
  }
}
