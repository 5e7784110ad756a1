import {
  type Activity,
  available,
  navigate,
  newest,
  type NavigationRequest,
  newSequencing,
  nothingShared,
  readCmi,
  readManifest,
  report,
  reportOf,
  runTimeOf,
  sequencingTree,
  type SequencingState,
  type Shared,
  sharedOf,
  withShared,
} from '@induct/scorm';
import type { CaseScript, Visit } from './case-script';
import { stepsOf } from './instruction';
import { HeadlessRun } from './headless-run';
import type { Suite } from './suite';

const PRESSES = {
  continue: 'continue',
  previous: 'previous',
  'exit-all': 'exitAll',
  'suspend-all': 'suspendAll',
} as const;

/** What a learner's packages have shared beyond themselves, and when. */
export interface HeadlessLearner {
  shared: Shared;
  now: number;
}

export const newLearner = (): HeadlessLearner => ({ shared: nothingShared(), now: 0 });

/** Plays a case with the sequencing alone, without a browser. @returns what went otherwise than the suite says */
export function playHeadless(suite: Suite, script: CaseScript, learner = newLearner()): string[] {
  try {
    const play = new HeadlessPlay(suite, script, learner);
    play.play();
    return play.faults;
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

class HeadlessPlay {
  readonly faults: string[] = [];
  private tree!: ReturnType<typeof sequencingTree>;
  private activities!: Map<string, Activity>;
  private state!: SequencingState;
  private readonly runs = new Map<string, HeadlessRun>();
  private name = '';
  private ended = false;

  constructor(
    private readonly suite: Suite,
    private readonly script: CaseScript,
    private readonly learner: HeadlessLearner,
  ) {}

  play(): void {
    const { visits, start } = this.script;
    const packages = this.suite.packagesOf(this.script);
    this.launch(packages.includes(start) ? start : (packages[0] ?? ''));
    if (start !== '.' && !packages.includes(start) && !this.isAt(visits[0]!)) this.choose(start);
    for (const [index, visit] of visits.entries()) {
      const open = this.activities.get(this.state.current ?? '');
      const came = /[?&]act=([^&]*)/.exec(open?.href ?? '')?.[1];
      if (this.ended || came !== visit.activity)
        throw new Error(`Visit ${index + 1}: activity ${visit.activity} was expected, and ${came ?? 'nothing'} came`);
      const request = this.run(visit, index + 1);
      this.leave(visit, request, visits[index + 1]);
    }
    if (this.script.asksWhetherEnded && !this.ended) this.faults.push('The session has not ended');
  }

  private launch(name: string): void {
    const { tree } = readManifest(new TextEncoder().encode(this.suite.manifestOf(name)));
    if (!tree) throw new Error(`The manifest of ${name} cannot be read`);
    this.tree = sequencingTree(tree);
    this.activities = new Map(all(tree.root).map((activity) => [activity.id, activity]));
    // Launched again, a course goes on from what is known of it (SN 4.3).
    if (name !== this.name) {
      this.runs.clear();
      this.state = newSequencing(this.tree, 1);
    }
    if (this.state.current !== undefined) this.ask({ kind: 'exitAll' });
    this.name = name;
    this.ended = false;
    this.state = withShared(this.tree, this.state, this.learner.shared);
    this.ask({ kind: this.state.suspended === undefined ? 'start' : 'resumeAll' });
  }

  /** Runs a visit's commands. @returns what the content asked for */
  private run(visit: Visit, number: number): string {
    const id = this.state.current!;
    const runTime = runTimeOf(this.tree, this.state, id);
    const before = this.runs.get(id);
    const run = runTime.resumes && before ? before : new HeadlessRun();
    run.opens(runTime.objectives);
    this.runs.set(id, run);
    for (const { call, name, value, expected } of visit.commands) {
      if (call === 'doSetValue') run.set(name, value);
      if (call !== 'doGetValue') continue;
      const got = name.startsWith('adl.nav.request_valid') ? this.isValid(name, run) : run.get(name);
      if (got !== undefined && got !== expected.answer && Number(got) !== Number(expected.answer))
        this.faults.push(`Visit ${number}: ${name} is ${got}, not ${expected.answer}`);
    }
    // An attempt that content abandons says nothing.
    if (!run.request.startsWith('abandon')) this.state = this.told(run);
    return run.request;
  }

  private told(run: HeadlessRun): SequencingState {
    return report(this.tree, this.state, reportOf(readCmi('scorm_2004', run.cmi())), ++this.learner.now);
  }

  private isValid(name: string, run: HeadlessRun): string {
    const may = available(this.tree, this.told(run), 0);
    const target = /\{target=(.*)\}/.exec(name)?.[1];
    const kind = name.split('.')[3]!;
    const answer = target === undefined ? may[kind as 'continue'] : may[kind as 'choice'][target];
    return String(answer === true);
  }

  private leave(visit: Visit, asked: string, next: Visit | undefined): void {
    const steps = stepsOf(visit.instruction, this.suite.instructions);
    const request = requestOf(asked);
    // What the learner presses goes before what the content asked for (RTE 4.2.27).
    const presses = steps.length > 0 && ('press' in steps[0]! || 'choose' in steps[0]!) && !!next;
    if (request && !presses) this.ask(request);
    for (const step of steps) {
      if ('press' in step && (presses || !request)) this.ask({ kind: PRESSES[step.press] });
      else if ('choose' in step && !(next && this.isAt(next))) this.choose(step.choose);
      else if ('launch' in step) this.launch(step.launch);
      else if ('waitForTheEnd' in step && !this.ended) this.faults.push('The attempt has not ended');
    }
  }

  private choose(title: string): void {
    const [root] = this.activities.values();
    const found = /corresponds to the root/.test(title)
      ? root
      : [...this.activities.values()].find((activity) => activity.title === title);
    if (!found) throw new Error(`There is nothing called ${title}`);
    this.ask({ kind: 'choice', target: found.id });
  }

  private isAt({ activity }: Visit): boolean {
    const open = this.activities.get(this.state.current ?? '')?.href ?? '';
    return !this.ended && new RegExp(`[?&]act=${activity}$`).test(open);
  }

  private ask(request: NavigationRequest): void {
    const went = navigate(this.tree, this.state, request, ++this.learner.now);
    this.state = went.state;
    this.learner.shared = newest(sharedOf(this.tree, this.state), this.learner.shared);
    this.ended = went.ended;
  }
}

function requestOf(asked: string): NavigationRequest | undefined {
  if (asked === '_none_' || asked === '') return undefined;
  const [, target, kind = asked] = /^\{target=(.*)\}(.*)$/.exec(asked) ?? [];
  return (target === undefined ? { kind } : { kind, target }) as NavigationRequest;
}

const all = (activity: Activity): Activity[] => [activity, ...activity.children.flatMap(all)];
