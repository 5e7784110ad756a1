import {
  type ActivityTree,
  navigate,
  newSequencing,
  openAnyway,
  report,
  reportOf,
  type ScoSnapshot,
  scos,
  type SequencingStart,
  type SequencingState,
  type SequencingTree,
  sequencingTree,
} from '@induct/scorm';

/** How a part was left in this preview. */
interface Left {
  snapshot: ScoSnapshot;
  /** It has ended. */
  final: boolean;
}

/** What is drawn at random is the same in every preview. */
const SEED = 1;

/**
 * Where a preview of a package with an order goes on: what was done in it counts for the rules, as if its parts had been
 * taken in the order of the manifest, and the part that was open last opens whatever the rules say: a finding may be there.
 * @param last the part that was open last, or that the tester is taken to
 */
export function previewedOrder(
  tree: ActivityTree,
  left: ReadonlyMap<string, Left>,
  last: string | null,
  at: number,
): SequencingStart {
  const rules = sequencingTree(tree);
  const taken = (state: SequencingState, id: string): SequencingState => {
    const how = left.get(id);
    const opened = openAnyway(rules, state, id, at);
    return how ? report(rules, opened, { ...reportOf(how.snapshot), suspends: isLeftOpen(how) }, at) : opened;
  };
  const earlier = scos(tree).filter(({ id }) => id !== last && left.has(id));
  const before = earlier.reduce((state, { id }) => taken(state, id), newSequencing(rules, SEED));
  if (last === null || !rules.activities.get(last)?.isLeaf) return { tree, state: over(rules, before, at), at };
  const how = left.get(last);
  if (!how) return { tree, state: before, at, open: last };
  const state = taken(before, last);
  if (isLeftOpen(how)) return { tree, state: put(rules, state, 'suspendAll', at), at, open: last };
  // It has ended: what comes next is open, or everything begins again.
  const { delivered } = navigate(rules, state, { kind: 'continue' }, at);
  return delivered === undefined ? { tree, state: over(rules, state, at), at } : { tree, state, at, open: delivered };
}

const isLeftOpen = ({ final, snapshot }: Left): boolean => !final || snapshot.exit === 'suspend';

/** Nothing is open any more. */
const over = (rules: SequencingTree, state: SequencingState, at: number): SequencingState =>
  state.current === undefined ? state : put(rules, state, 'exitAll', at);

const put = (rules: SequencingTree, state: SequencingState, kind: 'suspendAll' | 'exitAll', at: number) =>
  navigate(rules, state, { kind }, at).state;
