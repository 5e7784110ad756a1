/** Where a commit stands in an attempt: the n-th launch, the n-th time a SCO was opened in it, the commit's number. */
export interface Order {
  launch: number;
  run: number;
  seq: number;
}

/** Negative when `a` came before `b` in the learner's time, whenever they arrived here. */
export function compareOrder(a: Order, b: Order): number {
  return a.launch - b.launch || a.run - b.run || a.seq - b.seq;
}

/** The later of the two; an absent one is older than everything. */
export function newer<T extends { at: Order }>(a: T | undefined, b: T | undefined): T | undefined {
  if (!a || !b) return a ?? b;
  return compareOrder(a.at, b.at) < 0 ? b : a;
}
