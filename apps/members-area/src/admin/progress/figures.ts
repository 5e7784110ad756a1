import type { Standing } from './standing';

export type Counts = Record<Standing, number>;

/** How a module stands among the members counted. */
export interface ModuleFigures {
  slug: string;
  title: string;
  core: boolean;
  counts: Counts;
}

/** How far a political group is with all core modules together. */
export interface GroupFigures {
  /** Null for members of no group. */
  group: string | null;
  finished: number;
  underWay: number;
  notStarted: number;
}

export interface Figures {
  members: number;
  modules: ModuleFigures[];
  /** When they were counted. */
  at: Date;
}

/** Rows in the list when it shows only `status` (all when empty). */
export const rowsOf = ({ modules }: Pick<Figures, 'modules'>, status: Standing | ''): number =>
  modules.reduce((sum, { counts }) => sum + (status ? counts[status] : membersOf(counts)), 0);

export const membersOf = (counts: Counts): number =>
  counts.completed + counts.in_progress + counts.not_passed + counts.not_started;
