import { ruleWords, stillNeeded, type WhatIsAsked } from '@induct/accreditation';

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
  const unmet = theirs.filter(({ met }) => !met).toSorted((a, b) => place(a) - place(b));
  const core = unmet.filter(({ isCore }) => isCore).map(({ id }) => id);
  const { sure, choices } = stillNeeded(coreEarns ? [] : due.map(({ missing }) => missing), core);
  const open = unmet.filter(({ id }) => sure.has(id) || !dated.includes(id));
  const left = open.length + choices.reduce((sum, { least }) => sum + least, 0);
  const done = theirs.length - unmet.length;
  const titles = open.slice(0, FEW).map(({ title }) => title);
  const shown = choices.slice(0, FEW - titles.length);
  const names = new Map(asked.map(({ id, title }) => [id, title]));
  return {
    earns: coreEarns,
    total: done + left,
    done,
    left,
    titles,
    /** Where some of several are enough. */
    choices: shown.map(({ missing }) => ruleWords(missing, names)),
    more: left - titles.length - shown.reduce((sum, { least }) => sum + least, 0),
  };
}
