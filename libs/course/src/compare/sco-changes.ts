import { type Activity, type ActivityTree, scos } from '@induct/scorm';

export interface ScoName {
  id: string;
  title: string;
}

/** What became of the SCOs. Their identifier is what progress is kept under. */
export interface ScoChanges {
  added: ScoName[];
  removed: ScoName[];
  renamed: { id: string; before: string; after: string }[];
  /** In another chapter, or in another order among the SCOs that both versions have. */
  moved: ScoName[];
  /** The same page or the same title under another identifier, as some authoring tools do at every export. */
  reidentified: { title: string; before: string; after: string }[];
  /** How many identifiers both versions have. */
  kept: number;
}

export function scoChanges(before: ActivityTree, after: ActivityTree): ScoChanges {
  const old = placed(before);
  const now = placed(after);
  const oldById = byId(old);
  const nowById = byId(now);
  const gone = old.filter(({ sco }) => !nowById.has(sco.id));
  const come = now.filter(({ sco }) => !oldById.has(sco.id));
  const kept = now.filter(({ sco }) => oldById.has(sco.id));
  const again = reidentified(gone, come);
  const asBefore = longestInOrder(kept.map(({ sco }) => old.indexOf(oldById.get(sco.id)!)));
  return {
    added: come.filter(({ sco }) => !again.some(({ after: id }) => id === sco.id)).map(nameOf),
    removed: gone.filter(({ sco }) => !again.some(({ before: id }) => id === sco.id)).map(nameOf),
    renamed: kept.flatMap(({ sco: { id, title } }) => {
      const { title: earlier } = oldById.get(id)!.sco;
      return earlier === title ? [] : [{ id, before: earlier, after: title }];
    }),
    moved: kept
      .filter(({ sco, chapter }, index) => !asBefore.has(index) || oldById.get(sco.id)!.chapter !== chapter)
      .map(nameOf),
    reidentified: again,
    kept: kept.length,
  };
}

interface PlacedSco {
  sco: Activity;
  /** Identifier of what it lies in; "" for the organization, whose own name says nothing. */
  chapter: string;
}

function placed(tree: ActivityTree): PlacedSco[] {
  const chapters = new Map<string, string>();
  const walk = (parent: Activity) => {
    for (const child of parent.children) {
      chapters.set(child.id, parent === tree.root ? '' : parent.id);
      walk(child);
    }
  };
  walk(tree.root);
  return scos(tree).map((sco) => ({ sco, chapter: chapters.get(sco.id) ?? '' }));
}

const byId = (list: readonly PlacedSco[]) => new Map(list.map((one) => [one.sco.id, one]));
const nameOf = ({ sco: { id, title } }: PlacedSco): ScoName => ({ id, title });

/** Only where page or title point to one SCO each: a guess that could be wrong helps nobody. */
function reidentified(gone: readonly PlacedSco[], come: readonly PlacedSco[]): ScoChanges['reidentified'] {
  const found: ScoChanges['reidentified'] = [];
  const left = { gone: [...gone], come: [...come] };
  for (const key of [({ sco }: PlacedSco) => sco.href, ({ sco }: PlacedSco) => sco.title]) {
    for (const one of left.gone.slice()) {
      const olds = left.gone.filter((other) => key(other) === key(one));
      const news = left.come.filter((other) => key(other) === key(one));
      if (olds.length !== 1 || news.length !== 1) continue;
      found.push({ title: news[0]!.sco.title, before: one.sco.id, after: news[0]!.sco.id });
      left.gone = left.gone.filter((other) => other !== one);
      left.come = left.come.filter((other) => other !== news[0]);
    }
  }
  return found;
}

/**
 * The positions of a longest rising subsequence: what stayed in order, so that as little as possible is called moved.
 * Patience sorting, n log n: packages with a thousand SCOs exist.
 */
export function longestInOrder(values: readonly number[]): ReadonlySet<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  for (const [index, value] of values.entries()) {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (values[tails[middle]!]! < value) low = middle + 1;
      else high = middle;
    }
    previous[index] = low > 0 ? tails[low - 1]! : -1;
    tails[low] = index;
  }
  const kept = new Set<number>();
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at]!) kept.add(at);
  return kept;
}
