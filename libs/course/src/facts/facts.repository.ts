import { Injectable } from '@nestjs/common';
import type { PersonCurrent } from '@induct/people';
import { DataSource, type EntityManager } from 'typeorm';
import type { CourseVersionEntity } from '../versions/course-version.entity';
import type { CourseEntity } from '../versions/course.entity';
import type { Declared } from '../declared/declared';
import { LocalFactEntity } from './local-fact.entity';
import { LocalParagraphEntity } from './local-paragraph.entity';
import { ReviewAnswerEntity } from './review-answer.entity';
import { ReviewDateEntity } from './review-date.entity';
import type { Answered } from './review.rules';

/** A version that says of itself what Induct has to know: the one that members see, or the newest of its course. */
export interface DeclaringVersion
  extends Pick<CourseEntity, 'slug' | 'title'>, Pick<CourseVersionEntity, 'courseId' | 'number'> {
  versionId: string;
  isPublished: boolean;
  declared: Declared;
}

type By = { by: PersonCurrent['name'] | null };
export type SaidFact = Pick<LocalFactEntity, 'id' | 'key' | 'words' | 'setAt'> & By;
export type SaidParagraph = Pick<LocalParagraphEntity, 'id' | 'screen' | 'words' | 'setAt'> & By;
export type SaidAnswer = Pick<ReviewAnswerEntity, 'id'> & Answered;
export type SaidDate = Pick<ReviewDateEntity, 'versionId' | 'reviewBy' | 'setAt'> & By;

/** As JSON has it. */
export type SaidInLaunch = Pick<LocalFactEntity, 'id' | 'words'> & { at: string };

/**
 * What a version asks to be looked at, the last that was said of each, and what the council says in it itself: all that a launch
 * of it needs.
 */
export interface ReviewedVersion extends Pick<CourseVersionEntity, 'declared'> {
  /** The newest change of each, by key. */
  facts: Record<string, SaidInLaunch> | null;
  /** By screen. */
  paragraphs: Record<string, SaidInLaunch> | null;
  /** As JSON has them. */
  answers: (Omit<Answered, 'at'> & { at: string })[] | null;
}

/** A row for every course and, where the newest version is not the one that members see, two. */
const DECLARING = `
  select c.id as "courseId", c.slug, c.title, v.id as "versionId", v.number, v.id = c.published_version_id as "isPublished",
         v.declared
    from course c join course_version v on v.course_id = c.id
   where v.declared is not null and (v.id = c.published_version_id
         or v.number = (select max(number) from course_version n where n.course_id = c.id))`;
const DECLARING_ORDER = 'order by lower(c.title), c.id, v.number desc';

const FACT = `f.id, f.key, f.words, f.set_at as "setAt", p.name as by`;
const PARAGRAPH = `f.id, f.screen, f.words, f.set_at as "setAt", p.name as by`;
const ANSWER = `a.id, a.item, a.item_words as "itemWords", a.answer, a.words, a.answered_at as at, p.name as by`;
const BY = 'left join person_current p on p.id =';
const ANSWERS = `(select jsonb_agg(jsonb_build_object('item', a.item, 'itemWords', a.item_words, 'answer', a.answer, 'words', a.words,
                    'at', a.answered_at, 'by', p.name)) from (
             select distinct on (item, item_words) * from review_answer
              where course_id = v.course_id order by item, item_words, id desc) a ${BY} a.answered_by)`;

/** An id is a bigint: a text. */
const SAID = `jsonb_build_object('id', id::text, 'words', words, 'at', set_at)`;
const OWN_WORDS = `(select jsonb_object_agg(key, ${SAID}) from (
             select distinct on (key) * from local_fact order by key, id desc) f) as facts,
          (select jsonb_object_agg(screen, ${SAID}) from (
             select distinct on (screen) * from local_paragraph
              where course_id = v.course_id order by screen, id desc) f) as paragraphs`;

@Injectable()
export class FactsRepository {
  constructor(private readonly source: DataSource) {}

  declaring(): Promise<DeclaringVersion[]> {
    return this.source.query<DeclaringVersion[]>(`${DECLARING} ${DECLARING_ORDER}`);
  }

  /** The newest first. */
  declaringOf(slug: string): Promise<DeclaringVersion[]> {
    return this.source.query<DeclaringVersion[]>(`${DECLARING} and c.slug = $1 ${DECLARING_ORDER}`, [slug]);
  }

  /** What is said now, of every fact that was ever changed. */
  facts(): Promise<SaidFact[]> {
    return this.source.query<SaidFact[]>(
      `select ${FACT} from (select distinct on (key) * from local_fact order by key, id desc) f ${BY} f.set_by`,
    );
  }

  /** The newest first. */
  factHistory(key: string): Promise<SaidFact[]> {
    return this.source.query<SaidFact[]>(
      `select ${FACT} from local_fact f ${BY} f.set_by where f.key = $1 order by f.id desc limit 100`,
      [key],
    );
  }

  /** Nobody else changes it until the transaction ends. @returns the newest row's id */
  async holdFact(tx: EntityManager, key: string): Promise<Pick<LocalFactEntity, 'id' | 'words'> | undefined> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('local_fact ' || $1))`, [key]);
    const [row] = await tx.query<Pick<LocalFactEntity, 'id' | 'words'>[]>(
      'select id, words from local_fact where key = $1 order by id desc limit 1',
      [key],
    );
    return row;
  }

  async addFact(tx: EntityManager, fact: Omit<LocalFactEntity, 'id'>): Promise<void> {
    await tx.insert(LocalFactEntity, fact);
  }

  /** The newest first, of all screens. */
  paragraphs(courseId: string): Promise<SaidParagraph[]> {
    return this.source.query<SaidParagraph[]>(
      `select ${PARAGRAPH} from local_paragraph f ${BY} f.set_by where f.course_id = $1 order by f.id desc limit 500`,
      [courseId],
    );
  }

  /** What is said now after screens, of one course or of all. */
  paragraphsNow(courseId: string | null): Promise<(SaidParagraph & Pick<LocalParagraphEntity, 'courseId'>)[]> {
    return this.source.query<(SaidParagraph & Pick<LocalParagraphEntity, 'courseId'>)[]>(
      `select ${PARAGRAPH}, f.course_id as "courseId"
         from (select distinct on (course_id, screen) * from local_paragraph
                where $1::uuid is null or course_id = $1::uuid order by course_id, screen, id desc) f ${BY} f.set_by`,
      [courseId],
    );
  }

  /** Nobody else changes it until the transaction ends. */
  async holdParagraph(
    tx: EntityManager,
    courseId: string,
    screen: string,
  ): Promise<Pick<LocalParagraphEntity, 'id' | 'words'> | undefined> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('local_paragraph ' || $1))`, [courseId]);
    const [row] = await tx.query<Pick<LocalParagraphEntity, 'id' | 'words'>[]>(
      'select id, words from local_paragraph where course_id = $1 and screen = $2 order by id desc limit 1',
      [courseId, screen],
    );
    return row;
  }

  async addParagraph(tx: EntityManager, paragraph: Omit<LocalParagraphEntity, 'id'>): Promise<void> {
    await tx.insert(LocalParagraphEntity, paragraph);
  }

  /** The last that was said of each item in its words, of one course or of all. */
  answers(courseId: string | null): Promise<(SaidAnswer & Pick<ReviewAnswerEntity, 'courseId'>)[]> {
    return this.source.query<(SaidAnswer & Pick<ReviewAnswerEntity, 'courseId'>)[]>(
      `select ${ANSWER}, a.course_id as "courseId"
         from (select distinct on (course_id, item, item_words) * from review_answer
                where $1::uuid is null or course_id = $1::uuid order by course_id, item, item_words, id desc) a ${BY} a.answered_by`,
      [courseId],
    );
  }

  /** Nobody else answers for this course until the transaction ends. @returns the newest that says something has changed */
  async holdAnswers(
    tx: EntityManager,
    courseId: string,
    items: readonly string[],
  ): Promise<Pick<ReviewAnswerEntity, 'id'> | undefined> {
    await tx.query(`select pg_advisory_xact_lock(hashtext('review_answer ' || $1))`, [courseId]);
    const [row] = await tx.query<Pick<ReviewAnswerEntity, 'id'>[]>(
      `select id from review_answer where course_id = $1 and item = any($2) and answer = 'changed' order by id desc limit 1`,
      [courseId, items],
    );
    return row;
  }

  async addAnswers(tx: EntityManager, answers: Omit<ReviewAnswerEntity, 'id'>[]): Promise<void> {
    await tx.insert(ReviewAnswerEntity, answers);
  }

  /** By when versions are to be reviewed, where somebody has said so: of those, the last. */
  dates(): Promise<SaidDate[]> {
    return this.source.query<SaidDate[]>(
      `select d.version_id as "versionId", d.review_by::text as "reviewBy", d.set_at as "setAt", p.name as by
         from (select distinct on (version_id) * from review_date order by version_id, id desc) d ${BY} d.set_by`,
    );
  }

  async addDate(tx: EntityManager, date: Omit<ReviewDateEntity, 'id'>): Promise<void> {
    await tx.insert(ReviewDateEntity, date);
  }

  /** In one message: a launch waits for it. */
  async ofLaunch(versionId: string): Promise<ReviewedVersion | undefined> {
    const [row] = await this.source.query<ReviewedVersion[]>(
      `select v.declared, ${OWN_WORDS}, ${ANSWERS} as answers
         from course_version v where v.id = $1 and v.declared is not null`,
      [versionId],
    );
    return row;
  }

  /** Of the version that members see. Undefined where there is none, or it asks for nothing. */
  async reviewOfPublished(courseId: string): Promise<ReviewedVersion | undefined> {
    const [row] = await this.source.query<ReviewedVersion[]>(
      `select v.declared, ${OWN_WORDS}, ${ANSWERS} as answers
         from course c join course_version v on v.id = c.published_version_id
        where c.id = $1 and v.declared is not null`,
      [courseId],
    );
    return row;
  }
}
