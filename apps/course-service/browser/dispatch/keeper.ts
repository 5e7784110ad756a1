import type { NoticeWords } from '../page/notice';
import type { Known, Report } from '../kept/report';

export interface KeeperEvents {
  start(known: Known): void;
  /** Everything that was told is kept. @param isWhole all of it */
  kept(isWhole: boolean): void;
  lost(): void;
}

/** Whoever keeps what is reached in a module of which the server keeps nothing: a partner's learning system, or the browser. */
export interface Keeper {
  tell(report: Report): void;
  leave(): void;
}

/** What is around a module of which the server keeps nothing. */
export interface Surroundings {
  keeper(events: KeeperEvents): Keeper;
  /** Hears of the first completion, and says when the module may not be played any more. */
  still?(closed: () => void): { completed(): void };
  /** Said when nobody has told for a while where to start. */
  nobody?: NoticeWords;
  /** Said beside the module when nothing is kept. */
  lost?: (understood: () => void) => NoticeWords;
  /** Said to whoever leaves, and it is not known that everything is kept. */
  notTold(stay: () => void, leave: () => void): NoticeWords;
  /** So long leaving waits for the keeper, in milliseconds. */
  patience: number;
  /** The page is ours to leave; else the one around it is. */
  leavesByItself: boolean;
}
