import { Injectable } from '@nestjs/common';
import { AuditTrail, Clock, Transactions } from '@induct/platform';
import { FactChangedMeanwhile, FactUnfit, ScreenNotFound } from './facts.errors';
import { type DeclaringVersion, FactsRepository, type SaidParagraph } from './facts.repository';

const MOST = 1500;

export interface ScreenOfModule {
  id: string;
  title: string;
  /** What was said after it, the newest first. */
  history: SaidParagraph[];
}

/** A council's own paragraph after a screen of a module, beside its signed-off bytes (docs/decisions/1412). */
@Injectable()
export class LocalParagraphs {
  constructor(
    private readonly repository: FactsRepository,
    private readonly transactions: Transactions,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** The screens of a module, in their order: those of a version in testing too. Empty where it has no place for paragraphs. */
  async screens(slug: string): Promise<ScreenOfModule[]> {
    const versions = await this.repository.declaringOf(slug);
    const [first] = versions;
    if (!first) return [];
    const said = await this.repository.paragraphs(first.courseId);
    return screensOf(versions).map((screen) => ({
      ...screen,
      history: said.filter((paragraph) => paragraph.screen === screen.id),
    }));
  }

  /**
   * @param change its words, blank lines between paragraphs, or null: nothing; and the change that whoever types has seen last
   * @throws ScreenNotFound, FactUnfit, FactChangedMeanwhile
   */
  async say(
    slug: string,
    screen: string,
    change: { words: string | null; seen: string | undefined },
    by: string,
  ): Promise<void> {
    const versions = await this.repository.declaringOf(slug);
    const [first] = versions;
    if (!first || screensOf(versions).every(({ id }) => id !== screen)) throw new ScreenNotFound();
    const { courseId } = first;
    const words = change.words?.replace(/\r\n?/g, '\n').trim() ?? null;
    const problem = words === null ? undefined : paragraphProblem(words);
    if (problem) throw new FactUnfit(problem);
    await this.transactions.run(async (tx) => {
      const before = await this.repository.holdParagraph(tx, courseId, screen);
      if (before?.id !== change.seen) throw new FactChangedMeanwhile();
      if ((before?.words ?? null) === words) return;
      await this.repository.addParagraph(tx, { courseId, screen, words, setBy: by, setAt: this.clock.now() });
      await this.audit.record(tx, {
        actorId: by,
        action: 'local_paragraph.said',
        subjectType: 'course',
        subjectId: courseId,
        detail: { screen, words, before: before?.words ?? null },
      });
    });
  }
}

/** What is wrong with a paragraph, as a sentence without its full stop. */
export function paragraphProblem(words: string): string | undefined {
  if (words === '') return 'Enter what learners are to read';
  if (words.length > MOST) return `Use ${MOST} characters or fewer: these are ${words.length}`;
  return /[\p{Cf}\p{Co}\p{Cs}]|(?!\n)\p{Cc}/u.test(words)
    ? 'It holds a character that cannot be seen: type it again'
    : undefined;
}

function screensOf(versions: readonly DeclaringVersion[]): { id: string; title: string }[] {
  const screens = new Map<string, string>();
  for (const { declared } of versions)
    for (const { id, title } of declared.screens) if (!screens.has(id)) screens.set(id, title);
  return Array.from(screens, ([id, title]) => ({ id, title }));
}
