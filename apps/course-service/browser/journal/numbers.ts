const SEQS_A_PAGE = 100_000;
const RUNS_A_PAGE = 1_000;
const MOVES_A_PAGE = 10_000;
const KEPT_DAYS = 30;
const PREFIX = 'induct-page';

/** Nobody loads a page again that often, so the block so far on is nobody's. */
const PAGES_FURTHER = 50;

/**
 * Numbers of commits, runs and steps within a launch. A reloaded or duplicated page is the same launch again, so every page
 * takes a block of its own: no number is ever used for two snapshots, and later pages have the higher ones.
 */
export class Numbers {
  private seq: number;
  private run: number;
  private move: number;

  /** @param take which page this is: see `takePage` */
  constructor(private readonly take: (further?: number) => number) {
    const page = take();
    this.seq = (page - 1) * SEQS_A_PAGE;
    this.run = (page - 1) * RUNS_A_PAGE;
    this.move = (page - 1) * MOVES_A_PAGE;
  }

  nextSeq(): number {
    return ++this.seq;
  }

  /** The block is another page's as well: storage was emptied in between. Counts on from one that is free. */
  seqOfAnotherBlock(): number {
    this.seq = Math.max(this.seq, (this.take(PAGES_FURTHER) - 1) * SEQS_A_PAGE);
    return this.nextSeq();
  }

  nextRun(): number {
    return ++this.run;
  }

  nextMove(): number {
    return ++this.move;
  }
}

/**
 * Which page of this launch we are, from 1. Forgets the counts of launches long gone.
 * @param further how many blocks on from the last one taken
 */
export function takePage(
  storage: Storage | undefined,
  launch: string,
  now: number,
  { further = 1, random = Math.random } = {},
): number {
  const today = Math.floor(now / 86_400_000);
  try {
    if (!storage) throw new Error('no storage');
    for (const name of Object.keys(storage)) {
      if (name.startsWith(`${PREFIX} `) && today - Number(storage.getItem(name)?.split(' ')[1]) > KEPT_DAYS) {
        storage.removeItem(name);
      }
    }
    const page = (Number(storage.getItem(`${PREFIX} ${launch}`)?.split(' ')[0]) || 0) + further;
    storage.setItem(`${PREFIX} ${launch}`, `${page} ${today}`);
    return page;
  } catch {
    // Without storage a chance number is the best there is: 20,000 blocks fit into the server's integer.
    return 1 + Math.floor(random() * 20_000);
  }
}
