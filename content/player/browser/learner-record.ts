import type { Question } from './course';
import { findApi, type ScormApi } from './find-api';
import { Stopwatch } from './stopwatch';
import { timeOfDay, timespan } from './time';

export interface AnsweredQuestion {
  question: Question;
  /** Counts from 1; answering again makes a new interaction, the earlier ones stay. */
  attempt: number;
  chosen: string;
  right: boolean;
  seconds: number;
}

/** The learner's record in the learning platform. Without a platform it takes everything and keeps nothing. */
export class LearnerRecord {
  private finished = false;
  private reported = 0;

  private constructor(
    private readonly api: ScormApi | undefined,
    private readonly watch: Stopwatch,
  ) {}

  static open(from: Window): LearnerRecord {
    const api = findApi(from);
    const answers = api !== undefined && String(api.LMSInitialize('')) === 'true';
    return new LearnerRecord(answers ? api : undefined, new Stopwatch(() => performance.now()));
  }

  get connected(): boolean {
    return this.api !== undefined;
  }

  read(element: string): string {
    const value = this.api?.LMSGetValue(element);
    return value === undefined || value === null ? '' : String(value);
  }

  /** Says only what is new: opening the module again never lowers what was reached. */
  begin(): void {
    const status = this.read('cmi.core.lesson_status');
    if (status === '' || status === 'not attempted') this.write('cmi.core.lesson_status', 'incomplete');
  }

  /** Called at every change of screen and every answer. False when the platform did not take it. */
  save(place: string, suspendData: string): boolean {
    const taken = [
      this.write('cmi.core.lesson_location', place),
      this.write('cmi.suspend_data', suspendData),
      this.writeTime(),
      this.write('cmi.core.exit', 'suspend'),
      this.commit(),
    ];
    return taken.every(Boolean);
  }

  report({ question, attempt, chosen, right, seconds }: AnsweredQuestion): void {
    const counted = Number.parseInt(this.read('cmi.interactions._count'), 10);
    const index = Math.max(Number.isNaN(counted) ? 0 : counted, this.reported);
    const set = (element: string, value: string) => this.write(`cmi.interactions.${index}.${element}`, value);
    set('id', `${question.id}.${attempt}`);
    set('type', question.kind === 'true-false' ? 'true-false' : 'choice');
    set('time', timeOfDay(new Date()));
    set('correct_responses.0.pattern', response(question, question.right.join('')));
    set('student_response', response(question, chosen));
    set('result', right ? 'correct' : 'wrong');
    set('latency', timespan(seconds));
    this.reported = index + 1;
  }

  /** The result of the final test. A pass is never taken back. */
  reportTest(percent: number, passed: boolean): void {
    this.write('cmi.core.score.min', '0');
    this.write('cmi.core.score.max', '100');
    this.write('cmi.core.score.raw', String(percent));
    this.write('cmi.core.lesson_status', passed ? 'passed' : 'failed');
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
    this.api?.LMSFinish('');
  }

  private write(element: string, value: string): boolean {
    return this.finished || !this.api || String(this.api.LMSSetValue(element, value)) === 'true';
  }

  private writeTime(): boolean {
    return this.write('cmi.core.session_time', timespan(this.watch.seconds));
  }

  private commit(): boolean {
    return this.finished || !this.api || String(this.api.LMSCommit('')) === 'true';
  }
}

/** SCORM 1.2 RTE 3.4.7: "a,c" for choice, "t" or "f" for true-false, where "True" is the first choice. */
function response(question: Question, chosen: string): string {
  if (question.kind === 'true-false') return chosen === 'a' ? 't' : 'f';
  return chosen.split('').join(',');
}
