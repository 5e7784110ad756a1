import { said } from '@induct/platform';
import { moduleCard } from '../home/module-card';
import type { ListedModule } from './modules.queries';

const ORDER = ['core', 'asked', 'other'] as const;
/** Why a module is in the list. */
const GROUPS = {
  core: 'Core skills, asked of every member',
  asked: 'Also asked of you',
  other: 'Other modules',
};

const groupOf = ({ core, asked }: Pick<ListedModule, 'core' | 'asked'>): (typeof ORDER)[number] =>
  core ? 'core' : asked ? 'asked' : 'other';

/** The modules of a page of the list: what is asked of somebody stands apart from what they may take. @param rows in the order of the groups */
export const groupedModules = (rows: readonly ListedModule[], now: Date) =>
  ORDER.map((group) => ({
    heading: said(GROUPS[group]),
    cards: rows.filter((row) => groupOf(row) === group).map((row) => ({ ...moduleCard(row, now), isAsked: row.asked })),
    /** Also on a phone. */
    isOpen: group !== 'other',
  })).filter(({ cards }) => cards.length > 0);
