import { type Role } from '@induct/people';
import { britishTimeAndDate } from '@induct/platform';
import { figure } from '../../words/counted';
import { type Figures, type GroupFigures, standingsOf, withoutRetakes } from '../progress/figures';
import { bar, FILLS } from '../progress/picture';
import { STANDING_NAMES } from '../progress/standing';
import { type Cell, SMALLEST_CELL, smallFigure, withhold, withholdRows } from '../progress/small-cells';
import type { Attention } from './overview.queries';
import { inOrder, todo } from './overview.todo';

interface Overview {
  roles: readonly Role[];
  attention: Attention;
  figures: Figures;
  groups: GroupFigures[];
  now: Date;
}

const GROUP_HEADS = [
  { text: 'Finished all core modules', fill: FILLS.completed },
  { text: 'Begun', fill: FILLS.in_progress },
  { text: 'Not started', fill: FILLS.not_started },
];

/** Everything the first page of the desk shows. Only officers see figures that could point at one person. */
export function overviewView({ roles, attention, figures: all, groups, now }: Overview) {
  const officer = roles.includes('officer');
  // Two more columns, mostly of small figures, would have others withheld with them.
  const figures = officer ? all : withoutRetakes(all);
  const shown = standingsOf(figures);
  const cells = (counts: readonly number[]): readonly Cell[] => (officer ? counts : withhold(counts));
  const rows = figures.modules.map(({ slug, title, counts }) => ({
    title,
    href: officer ? `/admin/progress?module=${encodeURIComponent(slug)}` : undefined,
    cells: cells(shown.map((standing) => counts[standing])),
    isBegun: shown.some((standing) => standing !== 'not_started' && counts[standing] > 0),
  }));
  /** A row of noughts, or of figures that are all withheld, says no more than its name. */
  const hasFigures = ({ isBegun, cells: own }: (typeof rows)[number]) =>
    officer ? isBegun : own.some((cell) => cell !== undefined);
  const ofEach = groups.map(({ finished: whole, underWay, notStarted }) => [whole, underWay, notStarted]);
  // How many have finished in all groups together stands above them.
  const shownOfEach: readonly (readonly Cell[])[] = officer ? ofEach : withholdRows(ofEach);
  const ofGroups = groups.map(({ group }, nth) => ({
    name: group ?? 'No group',
    cells: shownOfEach[nth]!,
    href: officer && group ? `/admin/progress?group=${encodeURIComponent(group)}` : undefined,
  }));
  const finished = groups.reduce((sum, group) => sum + group.finished, 0);
  return {
    todo: inOrder(todo(attention, figures, groups, roles, now)),
    showTodo: officer || roles.includes('administrator'),
    withheld: officer
      ? undefined
      : `A figure below ${SMALLEST_CELL}, nought too, could point at one person: it is withheld, with what would give it away.`,
    key: keyFigures(attention, figures, finished, officer),
    modules: {
      heads: shown.map((standing) => ({ text: STANDING_NAMES[standing], fill: FILLS[standing] })),
      bars: rows.filter(hasFigures).map((row) =>
        bar(
          row.title,
          row.cells,
          shown.map((standing) => FILLS[standing]),
          row.href,
        ),
      ),
      total: rows.length,
      rest: {
        heading: officer ? 'Nobody has begun' : 'Nothing can be shown of',
        of: rows.filter((row) => !hasFigures(row)).map(({ title, href }) => ({ title, href })),
      },
    },
    groups: {
      heads: GROUP_HEADS,
      bars: ofGroups
        .filter(({ cells: own }) => officer || own.some((cell) => cell !== undefined))
        .map(({ name, cells: own, href }) =>
          bar(
            name,
            own,
            GROUP_HEADS.map(({ fill }) => fill),
            href,
          ),
        ),
      total: ofGroups.length,
      rest: officer
        ? []
        : ofGroups.filter(({ cells: own }) => own.every((cell) => cell === undefined)).map(({ name }) => name),
    },
    hasCore: figures.modules.some(({ core }) => core),
    at: britishTimeAndDate(figures.at),
  };
}

function keyFigures({ certificatesInForce }: Attention, figures: Figures, finished: number, officer: boolean) {
  const small = officer ? figure : smallFigure;
  const share = figures.members > 0 && (officer || finished >= SMALLEST_CELL);
  return [
    { number: figure(figures.members), text: 'members' },
    {
      number: figure(figures.modules.length),
      text: figures.modules.length === 1 ? 'published module' : 'published modules',
    },
    {
      number: small(finished),
      text: `finished all core modules${share ? ` (${Math.round((finished / figures.members) * 100)}%)` : ''}`,
    },
    {
      number: small(certificatesInForce),
      text: certificatesInForce === 1 ? 'certificate in force' : 'certificates in force',
    },
  ];
}
