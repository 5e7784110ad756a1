import type { WhatIsAsked } from '@induct/accreditation';

/** So many are named: the page of what is asked has them all. */
const FEW = 4;

/**
 * What a wallet that is empty waits for: how far its holder is, and what is missing, what has a day first. Where a certificate comes
 * of the core skills these alone; else all that is asked, and nothing is promised of it.
 */
export function stillMissing({ asked, due, coreEarns }: Pick<WhatIsAsked, 'asked' | 'due' | 'coreEarns'>) {
  const theirs = asked.filter(({ isAsked, isCore }) => (coreEarns ? isCore : isAsked));
  const dated = due.flatMap(({ needs }) => needs);
  const place = ({ id }: { id: string }) => (dated.includes(id) ? dated.indexOf(id) : dated.length);
  const open = theirs.filter(({ met }) => !met).toSorted((a, b) => place(a) - place(b));
  return {
    earns: coreEarns,
    total: theirs.length,
    done: theirs.length - open.length,
    left: open.length,
    titles: open.slice(0, FEW).map(({ title }) => title),
    more: Math.max(0, open.length - FEW),
  };
}
