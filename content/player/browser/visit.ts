import type { Course } from './course';
import { all, one } from './dom';
import type { LearnerRecord } from './learner-record';
import { type Memory, writeMemory } from './memory';
import { shareDone } from './minutes';
import { notice } from './notice';

/** One learner in one module: where they are, what they did, and moving from place to place. */
export class Visit {
  place = '';
  private arrivedAt = 0;
  private readonly arrivals: ((place: string) => void)[] = [];

  constructor(
    readonly course: Course,
    readonly record: LearnerRecord,
    readonly memory: Memory,
    private passedBefore: boolean,
  ) {}

  get passed(): boolean {
    return this.passedBefore || (this.memory.test.percent ?? -1) >= this.course.passMark;
  }

  /** Tries at the test that are not handed in yet. */
  get triesLeft(): number {
    const { attempt, percent } = this.memory.test;
    return Math.max(0, (this.course.attempts ?? Infinity) - attempt + (percent === undefined ? 1 : 0));
  }

  /** Seconds on this screen. */
  get seconds(): number {
    return (performance.now() - this.arrivedAt) / 1000;
  }

  get places(): string[] {
    return all('[data-place]').map((screen) => screen.dataset.place!);
  }

  onArrival(work: (place: string) => void): void {
    this.arrivals.push(work);
  }

  /** Shows a screen. */
  go(wanted: string, { focus = true } = {}): void {
    const place = this.possible(wanted);
    for (const screen of all('[data-place]')) screen.hidden = screen.dataset.place !== place;
    this.place = place;
    this.arrivedAt = performance.now();
    const isScreen = this.course.screens.some(({ id }) => id === place);
    if (isScreen && !this.memory.seen.includes(place)) this.memory.seen.push(place);
    for (const work of this.arrivals) work(place);
    document.body.dataset.at = place;
    const heading = one('h1', one(`[data-place="${place}"]`));
    document.title = `${heading.textContent} – ${this.course.title}`;
    if (focus) {
      window.scrollTo(0, 0);
      heading.focus({ preventScroll: true });
    }
    this.save();
  }

  /** A screen that does not exist any more is the first one; a result that is not there is the test's beginning. */
  private possible(place: string): string {
    if (place === 'result' && !this.passed && this.memory.test.percent === undefined) return 'test';
    if (place === 'test/answers' && this.memory.test.answers.length === 0) return 'test';
    if (this.places.includes(place)) return place;
    return place.startsWith('test/') ? 'test' : this.places[0]!;
  }

  step(by: 1 | -1): void {
    this.go(this.places[this.places.indexOf(this.place) + by] ?? this.place);
  }

  save(): void {
    const share = shareDone(this.course, this.memory, this.passed);
    const saved = this.record.save(this.place, writeMemory(this.memory), share);
    notice('unsaved', saved ? '' : 'Your learning platform did not take your last step. We try again at the next one.');
  }
}
