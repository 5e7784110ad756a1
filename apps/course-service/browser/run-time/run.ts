import type { Cmi } from '../launch/launch-state';
import { beyondTheEngine, isBeyondAllAnswers, LONGEST_ANSWER } from './beyond-the-engine';
import { Collections } from './collections/collections';
import { kindOf } from './data-model';
import type { Dialect } from './dialect';
import type { Engine, MakeEngine } from './engine';
import { flatten, setAt, valueAt } from './flatten';
import { type DataStore, SharedData } from './shared-data';

const NO_ERROR = '0';

export interface RunEvents {
  /** A value changed; `result` when it is a status or a score. */
  changed(kind: 'value' | 'result'): void;
  /** Commit or Finish: true when the snapshot is sealed and handed to the journal. */
  store(final: boolean): boolean;
  /** The content said it is done, and may have asked for somewhere to go next. */
  finished(navigation: string): void;
  /** The learner has asked for another part while this one goes away: what it asks for itself counts for nothing then (SN 5.6). */
  isOverruled?(): boolean;
}

/** One opening of one SCO: scorm-again behind our guards. Every call answers at once, as SCORM wants. */
export class Run {
  private readonly engine: Engine;
  private readonly kept = new Map<string, string>();
  /** SCORM 2004's; SCORM 1.2 leaves them to the engine. */
  private readonly collections = new Collections();
  private readonly shared: SharedData;
  private finishing = false;
  private statusWasSet = false;
  /** What was given at the beginning, or set, of that which is else unknown. */
  private readonly said = new Set<string>();
  private hasEndedItself = false;
  private hasSuspendedAll = false;
  /** Set when we answered a call ourselves; the engine knows nothing of it. */
  private ownError: string | undefined;

  constructor(
    private readonly dialect: Dialect,
    makeEngine: MakeEngine,
    initial: Cmi,
    private readonly events: RunEvents,
    stores: readonly DataStore[] = [],
  ) {
    this.shared = new SharedData(stores);
    this.engine = makeEngine(() => this.events.store(this.finishing));
    for (const [name, value] of flatten(initial, (one) => this.ownPart(one) !== undefined)) {
      if (name in dialect.kept) this.kept.set(name, value);
      else this.load(name, value);
    }
  }

  get isOpen(): boolean {
    return this.engine.isInitialized();
  }
  get isFinished(): boolean {
    return this.engine.isTerminated();
  }
  /** SCORM 2004: content has said that its attempt is over: whenever it is opened again, it begins anew (RTE 4.2.8). */
  get isOver(): boolean {
    return this.hasEndedItself;
  }

  initialize(parameter: string): string {
    this.ownError = undefined;
    return this.engine.initialize(parameter);
  }

  finish(parameter: string): string {
    this.ownError = undefined;
    if (!this.isOpen) return this.engine.finish(parameter);
    this.completeIfUntold();
    const navigation = this.asked();
    this.finishing = true;
    const answer = this.engine.finish(parameter);
    this.finishing = false;
    if (answer === 'true') this.events.finished(navigation);
    return answer;
  }

  commit(parameter: string): string {
    // scorm-again says "true" to a 1.2 Commit after Finish, though nothing is written any more.
    if (this.isFinished && this.dialect.global === 'API')
      return this.answer(this.dialect.errors.setAfterFinish, 'false');
    this.ownError = undefined;
    return this.engine.commit(parameter);
  }

  get(name: string): string {
    this.ownError = undefined;
    if (!this.isOpen) return this.isFinished && this.dialect.global === 'API' ? this.answer('301', '') : this.ask(name);
    const kept = this.dialect.writeOnly.test(name) ? undefined : this.kept.get(name);
    if (kept !== undefined) return this.answer(NO_ERROR, kept);
    const kind = kindOf(this.dialect.names, name);
    if (kind === 'branch') return this.answer(this.dialect.errors.getBranch, '');
    if (kind === 'unknown') return name === '' ? this.ask(name) : this.answer(this.dialect.errors.unknown, '');
    const own = this.ownPart(name)?.get(name);
    if (own) return this.answer(own.code, own.value);
    if (this.isOutOfRange(name)) return this.answer(this.dialect.errors.indexOutOfRange, '');
    return this.ask(name);
  }

  set(name: string, value: string): string {
    this.ownError = undefined;
    if (this.isFinished) return this.answer(this.dialect.errors.setAfterFinish, 'false');
    if (!this.isOpen) return this.engine.set(name, value);
    const kind = kindOf(this.dialect.names, name);
    if (kind === 'branch') return this.answer(this.dialect.errors.setBranch, 'false');
    if (kind === 'unknown')
      return name === '' ? this.engine.set(name, value) : this.answer(this.dialect.errors.unknown, 'false');
    if (isBeyondAllAnswers(name)) return this.answer(this.dialect.errors.indexOutOfRange, 'false');
    if (this.dialect.kept[name]?.(value)) {
      if (this.kept.get(name) !== value) {
        this.kept.set(name, value);
        this.events.changed('value');
      }
      return this.answer(NO_ERROR, 'true');
    }
    const own = this.ownPart(name);
    if (own) return this.setOwn(own, name, value);
    if (this.dialect.refused[name]?.(value)) return this.answer(this.dialect.errors.mismatch, 'false');
    const before = this.dialect.results.test(name) ? (this.kept.get(name) ?? this.ask(name)) : undefined;
    const answer = this.engine.set(name, value);
    if (answer === 'true') this.kept.delete(name);
    else if (!this.keepsWhole(name, value)) return answer;
    if (name === this.dialect.status) this.statusWasSet = true;
    this.said.add(name);
    this.events.changed(before !== undefined && before !== value ? 'result' : 'value');
    return this.answer(NO_ERROR, 'true');
  }

  /** What keeps this element in the engine's place. */
  private ownPart(name: string): Collections | SharedData | undefined {
    if (!this.dialect.ownsCollections) return undefined;
    if (SharedData.holds(name)) return this.shared;
    return Collections.holds(name) ? this.collections : undefined;
  }

  private setOwn(own: Collections | SharedData, name: string, value: string): string {
    const code = value.length > LONGEST_ANSWER ? this.dialect.errors.mismatch : own.set(name, value);
    if (code === NO_ERROR) this.events.changed('value');
    return this.answer(code, code === NO_ERROR ? 'true' : 'false');
  }

  /** @returns whether a value that the engine refuses as it is was kept by us */
  private keepsWhole(name: string, value: string): boolean {
    const beyond = beyondTheEngine(this.dialect, name, value);
    if (!beyond || this.engine.set(name, beyond.engineTakes) !== 'true') return false;
    this.kept.set(name, value);
    return true;
  }

  lastError(): string {
    return this.ownError ?? this.engine.lastError();
  }
  errorString(code: string): string {
    return this.engine.errorString(code);
  }
  diagnostic(code: string): string {
    return this.engine.diagnostic(code === '' && this.ownError ? this.ownError : code);
  }

  /** Everything the server needs to know about this run, as it is now. */
  snapshot(): Cmi {
    const cmi = this.engine.cmi();
    for (const [name, value] of this.kept) setAt(cmi, name, value);
    // Whoever asks to save the whole and come back wants to go on here as well, whatever is said of the exit (SN 5.6.2).
    if (this.hasSuspendedAll) setAt(cmi, 'cmi.exit', 'suspend');
    for (const name of this.dialect.silent) if (!this.said.has(name)) setAt(cmi, name, '');
    return this.dialect.ownsCollections ? { ...cmi, ...this.collections.cmi() } : cmi;
  }

  /** What activities share, as it is now. */
  sharedData(): DataStore[] {
    return this.shared.all();
  }

  /** What of it this run has written, by id. */
  written(): Record<string, string> {
    return this.shared.written();
  }

  /** Stored data that the standard would refuse must not keep anybody from their module: it is left out. */
  private load(name: string, value: string): void {
    try {
      if (!this.ownPart(name)) {
        this.engine.load(name, value);
        this.said.add(name);
      } else if (!this.collections.load(name, value)) throw new Error('There is no place for it');
    } catch {
      if (beyondTheEngine(this.dialect, name, value)) this.kept.set(name, value);
      else console.warn(`Left out a stored value that does not fit: ${name}`);
    }
  }

  private ask(name: string): string {
    const value = this.engine.get(name);
    return typeof value === 'string' ? value : '';
  }

  private answer<T extends string>(code: string, answer: T): T {
    this.ownError = code;
    return answer;
  }

  /** Where content wants to go. Out of time, or logged out, it ends the whole attempt, whatever else it has asked for (RTE 4.2.8). */
  private asked(): string {
    if (this.dialect.global === 'API') return '';
    const exit = valueAt(this.engine.cmi(), 'cmi.exit');
    const navigation = exit === 'time-out' || exit === 'logout' ? 'exitAll' : this.engine.navigation();
    this.hasSuspendedAll = navigation === 'suspendAll' && !this.events.isOverruled?.();
    this.hasEndedItself = exit !== 'suspend' && !['', '_none_', 'suspendAll'].includes(navigation);
    return navigation;
  }

  /** SCORM 2004 RTE 3.1.7.6: reading beyond a collection is error 301; scorm-again answers 403. */
  private isOutOfRange(name: string): boolean {
    if (this.dialect.global === 'API' || !/\.\d+(\.|$)/.test(name)) return false;
    const parts = name.split('.');
    return parts.some((part, at) => {
      if (!/^\d+$/.test(part)) return false;
      return Number(part) >= Number(this.ask(`${parts.slice(0, at).join('.')}._count`) || 0);
    });
  }

  /**
   * SCORM 1.2 RTE 3.4.4 (lesson_status): content that never speaks of its status is complete when it has run, unless it
   * says that it will be resumed. scorm-again makes it "incomplete". For SCORM 2004 the server knows the manifest's word.
   */
  private completeIfUntold(): void {
    if (this.statusWasSet || this.dialect.global !== 'API') return;
    const now = this.engine.cmi();
    const untold = ['', 'not attempted'].includes(valueAt(now, this.dialect.status));
    if (untold && valueAt(now, 'cmi.core.exit') !== 'suspend') this.engine.set(this.dialect.status, 'completed');
  }
}
