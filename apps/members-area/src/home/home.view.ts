import { britishDate } from '@induct/platform';
import type { CertificateRow, HomeRow } from './home.queries';
import { about, type ModuleRow, moduleStatus, type ModuleStatus } from './module-status';

export interface ModuleCard {
  slug: string;
  title: string;
  core: boolean;
  takes: string;
  status: ModuleStatus;
}

export const moduleCard = (row: ModuleRow): ModuleCard => ({
  slug: row.slug,
  title: row.title,
  core: row.core,
  takes: about(row.minutes),
  status: moduleStatus(row),
});

/** The home page stays short: the rest is on the modules' own page. */
const FEW = 6;
const savedLast = (row: ModuleRow) => (row.recorded_at === null ? 0 : new Date(row.recorded_at).getTime());
const isDone = ({ status }: ModuleCard) => status.stage === 'completed';

/**
 * What to do now: the module somebody is in the middle of (the one saved last), else the first core module that is not
 * started, else any other.
 */
export function nextModule(rows: readonly ModuleRow[]): ModuleCard | undefined {
  const open = rows.filter((row) => row.completed_at === null);
  const going = open.filter((row) => row.recorded_at !== null).toSorted((a, b) => savedLast(b) - savedLast(a));
  const next = going[0] ?? open.find((row) => row.core) ?? open[0];
  return next && moduleCard(next);
}

export function certificateCard(row: CertificateRow, today: Date) {
  const expired = row.valid_until < today.toISOString().slice(0, 10);
  const inForce = row.state === 'issued' && !expired;
  const tags = { issued: 'Valid', replaced: 'Replaced', revoked: 'Revoked' };
  return {
    number: row.number,
    title: `${row.scheme}, ${row.edition}`,
    tag: { text: inForce || row.state !== 'issued' ? tags[row.state] : 'Expired', kind: inForce ? 'done' : 'bad' },
    words: `Issued on ${britishDate(row.issued_at)}. ${expired ? 'Was valid' : 'Valid'} until ${britishDate(row.valid_until)}.`,
    /** A moment after the award its document is still being made. */
    ready: row.rendered,
    inForce,
  };
}

const few = (cards: ModuleCard[]) => ({ cards: cards.slice(0, FEW), more: Math.max(0, cards.length - FEW) });

export function homeView({ modules, certificates }: HomeRow, today: Date) {
  const cards = modules.map(moduleCard);
  const core = cards.filter((card) => card.core);
  const done = core.filter(isDone).length;
  return {
    core: { done, total: core.length, all: core.length > 0 && done === core.length },
    next: nextModule(modules),
    due: core.filter((card) => !isDone(card)),
    others: few(cards.filter((card) => !card.core && !isDone(card))),
    completed: few(cards.filter(isDone)),
    certificates: certificates.map((row) => certificateCard(row, today)),
    nothing: cards.length === 0,
  };
}
