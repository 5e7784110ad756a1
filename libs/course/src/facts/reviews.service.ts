import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, dayInLondon, Transactions } from '@induct/platform';
import type { ReviewItem } from '../declared/declared';
import { FactUnfit, ReviewAnsweredMeanwhile, ReviewItemNotFound } from './facts.errors';
import {
  type DeclaringVersion,
  FactsRepository,
  type SaidAnswer,
  type SaidDate,
  type SaidFact,
  type SaidParagraph,
} from './facts.repository';
import { paragraphProblem } from './local-paragraphs.service';
import { isOfOwnWords, ownWordsIn } from './own-words.rules';
import { reviewDue, type ReviewStanding, reviewStanding, toConfirm } from './review.rules';

/** How the review of a module stands: of the version that members see, and of the newest where there is none. */
export interface ModuleReview
  extends
    Pick<DeclaringVersion, 'courseId' | 'slug' | 'title' | 'number' | 'versionId' | 'isPublished'>,
    ReviewStanding<SaidFact | SaidParagraph> {
  /** What it asks for; what is to come in law is among it. */
  items: ReviewItem[];
  answers: SaidAnswer[];
  reviewed: string | null;
  /** By when it is to be reviewed again. */
  reviewBy: string | null;
  due: ReturnType<typeof reviewDue>;
  /** Who has set that date here; else it is the package's. */
  dateSaid: SaidDate | undefined;
}

/** What the council has to look at in its modules, by when, and who has (docs/decisions/1411). */
@Injectable()
export class Reviews {
  constructor(
    private readonly repository: FactsRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** Of all modules that say what is to be reviewed: what is overdue first, then by date. */
  async all(): Promise<ModuleReview[]> {
    const [versions, answers, dates, facts, paragraphs] = await Promise.all([
      this.repository.declaring(),
      this.repository.answers(null),
      this.repository.dates(),
      this.repository.facts(),
      this.repository.paragraphsNow(null),
    ]);
    const shown = [...new Set(versions.map(({ courseId }) => courseId))].map((courseId) =>
      shownOf(versions.filter((version) => version.courseId === courseId)),
    );
    return shown
      .map((version) =>
        this.standing(
          version,
          answers.filter(({ courseId }) => courseId === version.courseId),
          { dates, facts, paragraphs: paragraphs.filter(({ courseId }) => courseId === version.courseId) },
        ),
      )
      .toSorted((a, b) => (a.reviewBy ?? '9999').localeCompare(b.reviewBy ?? '9999'));
  }

  /** Undefined where the module says nothing of it. */
  async of(slug: string): Promise<ModuleReview | undefined> {
    const versions = await this.repository.declaringOf(slug);
    if (versions.length === 0) return undefined;
    const version = shownOf(versions);
    const [answers, dates, facts, paragraphs] = await Promise.all([
      this.repository.answers(version.courseId),
      this.repository.dates(),
      this.repository.facts(),
      this.repository.paragraphsNow(version.courseId),
    ]);
    return this.standing(version, answers, { dates, facts, paragraphs });
  }

  /** How many modules that members see are overdue. */
  async overdue(): Promise<ModuleReview[]> {
    return (await this.all()).filter(({ due, isPublished }) => due === 'overdue' && isPublished);
  }

  /**
   * Somebody of the council has looked at these, and they are right.
   * @param looked the items, and the newest answer that whoever confirms has seen; undefined: none
   * @throws ReviewItemNotFound, ReviewAnsweredMeanwhile
   */
  async confirm(
    slug: string,
    { items, seen }: { items: readonly string[]; seen: string | undefined },
    by: string,
  ): Promise<void> {
    await this.answer(slug, items, { answer: 'confirmed', words: null, seen }, by);
  }

  /** Something has changed: the module needs a new version. @throws ReviewItemNotFound, FactUnfit */
  async needsChange(slug: string, itemId: string, words: string, by: string): Promise<void> {
    const said = words.replace(/\r\n?/g, '\n').trim();
    const problem = said === '' ? 'Enter what has changed' : paragraphProblem(said);
    if (problem) throw new FactUnfit(problem);
    await this.answer(slug, [itemId], { answer: 'changed', words: said }, by);
  }

  /** When it is to be reviewed again. @throws ReviewItemNotFound when there is nothing to review */
  async reviewAgainBy(slug: string, day: string, by: string): Promise<void> {
    const review = await this.found(slug);
    await this.transactions.run(async (tx) => {
      await this.repository.addDate(tx, {
        versionId: review.versionId,
        reviewBy: day,
        setBy: by,
        setAt: this.clock.now(),
      });
      await this.audit.record(tx, {
        actorId: by,
        action: 'course_review.dated',
        subjectType: 'course_version',
        subjectId: review.versionId,
        detail: { reviewBy: day, before: review.reviewBy },
      });
    });
  }

  private async answer(
    slug: string,
    itemIds: readonly string[],
    { seen, ...said }: { answer: 'confirmed' | 'changed'; words: string | null; seen?: string | undefined },
    by: string,
  ): Promise<void> {
    const { items, since, courseId } = await this.found(slug);
    const known = [...toConfirm(items), ...(said.answer === 'confirmed' ? since : [])];
    const meant = itemIds.map((id) => known.find((item) => item.id === id));
    // Changed once more, or confirmed by somebody else, since the page was opened.
    if (itemIds.some((id, at) => meant[at] === undefined && isOfOwnWords(id))) throw new ReviewAnsweredMeanwhile();
    if (meant.length === 0 || meant.includes(undefined)) throw new ReviewItemNotFound();
    await this.transactions.run(async (tx) => {
      const changed = await this.repository.holdAnswers(tx, courseId, itemIds);
      if (said.answer === 'confirmed' && changed && BigInt(changed.id) > BigInt(seen ?? 0))
        throw new ReviewAnsweredMeanwhile();
      const answeredAt = this.clock.now();
      const rows = meant.map((item) => ({
        courseId,
        item: item!.id,
        itemWords: item!.text,
        ...said,
        answeredBy: by,
        answeredAt,
      }));
      await this.repository.addAnswers(tx, rows);
      await this.audit.record(tx, {
        actorId: by,
        action: `course_review.${said.answer}`,
        subjectType: 'course',
        subjectId: courseId,
        detail: { items: [...itemIds], ...(said.words && { words: said.words }) },
      });
    });
  }

  private async found(slug: string): Promise<ModuleReview> {
    const review = await this.of(slug);
    if (!review) throw new ReviewItemNotFound();
    return review;
  }

  private standing(
    version: DeclaringVersion,
    answers: readonly SaidAnswer[],
    { dates, facts, paragraphs }: { dates: SaidDate[]; facts: SaidFact[]; paragraphs: SaidParagraph[] },
  ): ModuleReview {
    const { declared, ...module } = version;
    const own = ownWordsIn<SaidFact | SaidParagraph>(
      declared,
      new Map(facts.map((fact) => [fact.key, fact])),
      new Map(paragraphs.map((paragraph) => [paragraph.screen, paragraph])),
    );
    const dateSaid = dates.find(({ versionId }) => versionId === version.versionId);
    const reviewBy = dateSaid?.reviewBy ?? declared.reviewBy ?? null;
    return {
      ...module,
      ...reviewStanding(declared.review, answers, own),
      items: declared.review,
      answers: [...answers],
      reviewed: declared.reviewed ?? null,
      reviewBy,
      due: reviewDue(reviewBy, dayInLondon(this.clock.now())),
      dateSaid,
    };
  }
}

const shownOf = (versions: readonly DeclaringVersion[]): DeclaringVersion =>
  versions.find(({ isPublished }) => isPublished) ?? versions[0]!;
