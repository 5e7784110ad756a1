import type { LaunchState, ScoStatus } from '../launch/launch-state';
import { type Contents, playable, statusMark } from '../page/contents';
import { Waiting } from './waiting';

/** The parts of the module: what each is called, how it stands as far as is known here, and which waits for others. */
export class ModuleParts {
  /** Those that can be opened, in order. */
  readonly ids: string[];
  private readonly titles = new Map<string, string>();
  private readonly statuses: Map<string, ScoStatus>;
  /** Of a module whose parts wait for others. */
  private readonly waiting: Waiting | undefined;

  constructor({ toc, scos, prerequisites, sequencing }: LaunchState) {
    this.ids = playable(toc);
    this.statuses = new Map(Object.entries(scos).map(([id, { status }]) => [id, status]));
    this.waiting = prerequisites && new Waiting(prerequisites, this.statuses);
    this.name(sequencing ? [sequencing.tree.root] : toc);
  }

  private name(items: LaunchState['toc']): void {
    for (const { id, title, children } of items) {
      this.titles.set(id, title);
      this.name(children);
    }
  }

  title(sco: string, otherwise = ''): string {
    return this.titles.get(sco) ?? otherwise;
  }

  changed(sco: string, status: ScoStatus): void {
    this.statuses.set(sco, status);
    this.waiting?.lookAgain();
  }

  isDone(sco: string): boolean {
    const status = this.statuses.get(sco);
    return status !== undefined && statusMark(status) === 'done';
  }

  waits(sco: string): boolean {
    return this.waiting?.waits(sco) ?? false;
  }

  someWait(): boolean {
    return this.ids.some((sco) => this.waits(sco));
  }

  /** The part after one, unless it still waits. */
  following(sco: string): string | undefined {
    return this.ids.slice(this.ids.indexOf(sco) + 1).find((other) => !this.waits(other));
  }

  /** Another part that can be opened and is not done. */
  left(sco: string): string | undefined {
    return this.ids.find((other) => other !== sco && !this.isDone(other) && !this.waits(other));
  }

  /** @param open the part that is open */
  showWaiting(contents: Contents | undefined, open: string): void {
    this.waiting?.show(contents, open);
  }
}
