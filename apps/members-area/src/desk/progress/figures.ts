import { isRetake, type Standing, STANDINGS } from './standing';

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
  /** Those of its members who have published modules still to start, and how many the least and the most of them. */
  toStart: { members: number; least: number; most: number };
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

export const membersOf = (counts: Counts): number => STANDINGS.reduce((sum, standing) => sum + counts[standing], 0);

/** As if nothing had to be taken again: whoever has to has completed it. */
export const withoutRetakes = <F extends Pick<Figures, 'modules'>>(figures: F): F => ({
  ...figures,
  modules: figures.modules.map((module) => {
    const { completed, retake_due, retake_overdue } = module.counts;
    const counts = { ...module.counts, completed: completed + retake_due + retake_overdue };
    return { ...module, counts: { ...counts, retake_due: 0, retake_overdue: 0 } };
  }),
});

/** What there is to show: most of the time no module has to be taken again. */
export const standingsOf = ({ modules }: Pick<Figures, 'modules'>): Standing[] =>
  STANDINGS.filter((standing) => !isRetake(standing) || modules.some(({ counts }) => counts[standing] > 0));
