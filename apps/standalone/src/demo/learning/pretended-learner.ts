import type * as Records from '../../../../../content/player/learner-records';
import type { Visit } from '../stories/history';

/** An answer as the player reports it, and how far into the visit it was given: 0 to 1. */
export interface PretendedAnswer {
  answered: Parameters<typeof Records.scorm12.interaction>[0];
  at: number;
}

type Answered = PretendedAnswer['answered'];

/** How often a check is answered wrongly at first, and how often then never again. */
const WRONG_AT_FIRST = 0.25;
const LEFT_WRONG = 0.3;
/** The test is taken in the last part of a visit. */
const TEST_BEGINS = 0.7;

/** Somebody who goes through a module visit by visit. What they remember and report is what the real player would. */
export class PretendedLearner {
  readonly memory: Records.Memory;
  /** What the test found of each objective. */
  readonly tested = new Map<string, { percent: number; passed: boolean }>();

  constructor(
    private readonly player: typeof Records,
    private readonly module: Records.ModuleToLearn,
    private readonly dice: () => number,
  ) {
    this.memory = player.emptyMemory();
  }

  get passed(): boolean {
    return (this.memory.test.percent ?? -1) >= this.module.passMark;
  }

  /** Reads on, answers the checks, and takes the test when the visit has a score. @returns the answers of this visit */
  visit({ reached, score }: Visit): PretendedAnswer[] {
    const { screens } = this.module;
    const unread = screens
      .slice(0, Math.max(1, Math.round(reached * screens.length)))
      .filter(({ id }) => !this.memory.seen.includes(id));
    const checked = unread.flatMap((screen) => this.read(screen));
    const tested = score === undefined || this.passed ? [] : this.takeTest(score);
    const spread = (answers: Answered[], from: number, to: number): PretendedAnswer[] =>
      answers.map((answered, index) => ({ answered, at: from + ((to - from) * (index + 1)) / (answers.length + 1) }));
    return [
      ...spread(checked, 0, tested.length > 0 ? TEST_BEGINS : 1),
      // Handed in together, as the player does it.
      ...tested.map((answered) => ({ answered, at: 1 })),
    ];
  }

  private read({ id, checks, scenarios }: Records.ScreenToLearn): Answered[] {
    this.memory.seen.push(id);
    for (const scenario of scenarios) this.memory.scenarios[scenario] = this.dice() < 0.4 ? 'ab' : 'b';
    return checks.flatMap((check) => this.check(this.module.checks.find((candidate) => candidate.id === check)!));
  }

  private check(question: Records.QuestionToLearn): Answered[] {
    const tries = this.dice() < WRONG_AT_FIRST ? [question.wrong] : [];
    if (tries.length === 0 || this.dice() > LEFT_WRONG) tries.push(question.right);
    this.memory.checks[question.id] = { chosen: tries.at(-1)!, tries: tries.length };
    return tries.map((given, index) => this.answered(question, given, index + 1, 0));
  }

  private takeTest(score: number): Answered[] {
    const { player, module, memory } = this;
    if (memory.test.percent !== undefined) memory.test = player.nextAttempt(memory.test);
    const drawn = player.drawQuestions(module.bank, module.draw, this.dice);
    const wrong = new Set(this.some(drawn, Math.round((drawn.length * (100 - score)) / 100)));
    const { attempt } = memory.test;
    const answered = drawn.map((question) =>
      this.answered(question, wrong.has(question) ? question.wrong : question.right, attempt, 1),
    );
    memory.test.answers = answered.map(({ question, given, seconds }) => ({ id: question.id, given, seconds }));
    memory.test.percent = player.markTest(module, memory.test).percent;
    this.markObjectives();
    return answered;
  }

  private markObjectives(): void {
    const { player, module, memory } = this;
    for (const [id, { percent, passed }] of player.markObjectives(module, memory.test)) {
      if (memory.met.includes(id)) continue;
      if (passed) memory.met.push(id);
      this.tested.set(id, { percent, passed });
    }
  }

  private answered(question: Records.QuestionToLearn, given: string, attempt: number, weight: 0 | 1): Answered {
    const seconds = Math.round(8 + this.dice() * 40);
    // SCORM 1.2 has no place for the text of the question.
    return { question, text: '', weight, attempt, given, right: this.player.isRight(question, given), seconds };
  }

  private some<T>(list: readonly T[], count: number): T[] {
    return list
      .map((one) => ({ one, order: this.dice() }))
      .toSorted((a, b) => a.order - b.order)
      .slice(0, count)
      .map(({ one }) => one);
  }
}
