import type { Objective } from './course';
import type { AnsweredQuestion, Edition, Entries } from './edition';
import { findApi, type ScormApi } from './find-api';
import { Stopwatch } from './stopwatch';

/** The learner's record in the learning platform. Without a platform it takes everything and keeps nothing. */
export class LearnerRecord {
  private finished = false;
  /** How many interactions there are. */
  private answered = 0;
  /** The place of every objective in the platform's list. */
  private readonly objectives = new Map<string, number>();

  private constructor(
    private readonly edition: Edition,
    private readonly api: ScormApi | undefined,
    private readonly watch: Stopwatch,
  ) {}

  static open(from: Window, edition: Edition): LearnerRecord {
    const api = findApi(from, edition.api);
    const answers = api !== undefined && isTrue(api[edition.calls.initialize]!(''));
    return new LearnerRecord(edition, answers ? api : undefined, new Stopwatch(() => performance.now()));
  }

  get connected(): boolean {
    return this.api !== undefined;
  }

  /** Whether the module was passed on an earlier visit. */
  get passed(): boolean {
    return this.edition.passed(this.read);
  }

  get place(): string {
    return this.read(this.edition.location);
  }

  get memory(): string {
    return this.read('cmi.suspend_data');
  }

  /** Says only what is new: opening the module again never lowers what was reached. */
  begin(objectives: readonly Objective[]): void {
    this.writeAll('', this.edition.begin(this.read));
    this.answered = this.count('cmi.interactions');
    const known = this.count('cmi.objectives');
    for (let index = 0; index < known; index++) this.objectives.set(this.read(`cmi.objectives.${index}.id`), index);
    for (const objective of objectives) {
      if (this.objectives.has(objective.id)) continue;
      const index = this.objectives.size;
      // A platform for SCORM 1.2 need not know objectives.
      if (!this.writeAll(`cmi.objectives.${index}.`, this.edition.objectiveBegun(objective))) return;
      this.objectives.set(objective.id, index);
    }
  }

  /**
   * Called at every change of screen and every answer. False when the platform did not take it.
   * @param share how much of the module is done, 0 to 1
   */
  save(place: string, suspendData: string, share: number): boolean {
    const taken = [
      this.write(this.edition.location, place),
      this.write('cmi.suspend_data', suspendData),
      this.writeTime(),
      // Always: after any other exit a platform may begin the next visit with an empty record, and the pass would be gone.
      this.write(this.edition.exit, 'suspend'),
    ];
    this.writeAll('', this.edition.progress(share));
    return taken.every(Boolean) && this.commit();
  }

  report(answered: AnsweredQuestion): void {
    this.writeAll(`cmi.interactions.${this.answered}.`, this.edition.interaction(answered, new Date()));
    this.answered += 1;
  }

  reportObjective(id: string, percent: number, passed: boolean): void {
    const index = this.objectives.get(id);
    if (index !== undefined) this.writeAll(`cmi.objectives.${index}.`, this.edition.objectiveTested(percent, passed));
  }

  /** The result of the final test. A pass is never taken back. */
  reportTest(percent: number, passed: boolean): void {
    this.writeAll('', this.edition.result(percent, passed));
  }

  /** The page went out of sight, perhaps for good: what was learned so far counts, the time until it is back does not. */
  pause(): void {
    if (this.finished) return;
    this.writeTime();
    this.commit();
    this.watch.stop();
  }

  resume(): void {
    this.watch.start();
  }

  close(): void {
    if (this.finished) return;
    this.writeTime();
    this.finished = true;
    this.api?.[this.edition.calls.finish]!('');
  }

  private readonly read = (element: string): string => {
    const value = this.api?.[this.edition.calls.get]!(element);
    return value === undefined || value === null ? '' : String(value);
  };

  private count(list: string): number {
    return Number.parseInt(this.read(`${list}._count`), 10) || 0;
  }

  private writeAll(below: string, entries: Entries): boolean {
    return entries.map(([element, value]) => this.write(below + element, value)).every(Boolean);
  }

  private write(element: string, value: string): boolean {
    return this.finished || !this.api || isTrue(this.api[this.edition.calls.set]!(element, value));
  }

  private writeTime(): boolean {
    return this.write(this.edition.sessionTime, this.edition.span(this.watch.seconds));
  }

  private commit(): boolean {
    return this.finished || !this.api || isTrue(this.api[this.edition.calls.commit]!(''));
  }
}

const isTrue = (reply: unknown) => String(reply) === 'true';
