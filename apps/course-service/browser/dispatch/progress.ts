import { type ActivityTree, initialCmi, readCmi, rollup, type ScoResult, scos } from '@induct/scorm';
import type { Cmi } from '../launch/launch-state';
import { joined, type KeptPart, partsIn, textOf, withoutPlaces } from '../kept/kept-parts';
import type { Known, Report } from '../kept/report';

/** What has been reached in a module, from what a learning system knew and what its parts have said since. */
export class Progress {
  private readonly parts: Map<string, KeptPart>;
  private readonly ids: string[];

  constructor(
    private readonly tree: ActivityTree,
    private readonly known: Known,
  ) {
    this.ids = scos(tree).map(({ id }) => id);
    this.parts = this.ids.length === 1 ? this.onlyPart() : partsIn(known.suspendData);
  }

  /** What a part begins with. */
  initial(sco: string): Cmi {
    const { learner, mode, totalTime } = this.known;
    const activity = scos(this.tree).find(({ id }) => id === sco)!;
    const part = this.parts.get(sco);
    const before = part && {
      ...part,
      exit: part.isSuspended ? ('suspend' as const) : ('' as const),
      ...(this.ids.length === 1 && { totalTime }),
      ...(part.score !== undefined && { scoreParts: pointsOf(part.score) }),
    };
    return initialCmi(this.tree.standard, activity, learner, before, mode) as Cmi;
  }

  /** Takes in what a part says. @param final it has called Finish or Terminate */
  heard(sco: string, cmi: Cmi, final: boolean): void {
    const activity = scos(this.tree).find(({ id }) => id === sco)!;
    const said = readCmi(this.tree.standard, cmi, activity, final);
    const { completion, success, score, progress, location, suspendData = '', exit } = said;
    const result: ScoResult = {
      completion,
      success,
      ...(score !== undefined && { score }),
      ...(progress !== undefined && { progress }),
    };
    const now = { ...result, location, suspendData, isSuspended: !final || exit === 'suspend' };
    this.parts.set(sco, joined(this.parts.get(sco), now));
  }

  of(sco: string): ScoResult {
    return this.parts.get(sco) ?? { completion: 'not_attempted', success: 'unknown' };
  }

  /** Of the whole module; never less than the learning system knew. */
  result(): ScoResult {
    return joined(this.known, rollup(this.tree, this.parts));
  }

  report(): Report {
    const only = this.ids.length === 1 ? this.parts.get(this.ids[0]!) : undefined;
    if (only) return { ...this.result(), location: only.location, suspendData: only.suspendData };
    return {
      ...this.result(),
      location: '',
      suspendData: textOf(this.parts),
      short: textOf(withoutPlaces(this.parts)),
    };
  }

  /** The part to go on with: one that was begun, else the first that is not done, in this order. */
  next(order: readonly string[]): string {
    const isDone = (id: string) => this.of(id).completion === 'completed';
    const begun = order.find((id) => !isDone(id) && this.parts.get(id)?.isSuspended);
    return begun ?? order.find((id) => !isDone(id)) ?? order[0] ?? '';
  }

  private onlyPart(): Map<string, KeptPart> {
    const { isFirst, completion, success, score, location, suspendData } = this.known;
    if (isFirst) return new Map();
    const result = { completion, success, ...(score !== undefined && { score }) };
    return new Map([
      [this.ids[0]!, { ...result, location, suspendData, isSuspended: location !== '' || suspendData !== '' }],
    ]);
  }
}

const pointsOf = (score: number) => ({ raw: String(score), min: '0', max: '100', scaled: String(score / 100) });
