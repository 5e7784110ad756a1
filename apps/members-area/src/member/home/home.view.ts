import { type Validity, validityOf, type WhatIsAsked } from '@induct/accreditation';
import { type Day, dayInLondon, readerDate, said, w } from '@induct/platform';
import { type AskedCard, askedCards } from './asked-cards';
import { asItCounts } from '../learning/as-it-counts';
import { coreSkills } from '../learning/core-skills';
import { metElsewhere, type NamedModule } from '../learning/met-elsewhere';
import { about } from '../learning/module-status';
import type { CertificateRow, HomeRow } from './home.queries';
import type { ModuleRow } from '../learning/module-row';
import { moduleCard, type ModuleCard } from './module-card';
import { minutesLeft } from './what-fits';
import { whatToDo } from './what-to-do';

/** The home page stays short: the rest is on the modules' own page. */
const FEW = 6;
const isDone = ({ status }: ModuleCard) => status.stage === 'completed';
const isRetake = ({ status }: ModuleCard) => status.stage === 'retake';
const byDay = (a: ModuleRow, b: ModuleRow) => (a.retake!.dueOn < b.retake!.dueOn ? -1 : 1);

export function certificateCard(row: CertificateRow, today: Date) {
  const validity = validityOf({ state: row.state, validUntil: row.validUntil }, dayInLondon(today));
  const inForce = validity === 'valid';
  return {
    number: row.number,
    title: `${row.scheme}, ${row.edition}`,
    tag: { text: VALIDITY[validity], kind: inForce ? 'done' : 'bad' },
    words: w`Issued on ${readerDate(row.issuedAt)}. ${standsUntil(validity, row.validUntil)}`,
    /** A moment after the award its document is still being made. */
    preparing: row.state === 'issued' && !row.rendered,
    /** What has been replaced or revoked is handed out no longer. */
    download: row.state === 'issued' && row.rendered,
    inForce,
  };
}

const VALIDITY: Record<Validity, string> = {
  valid: 'Valid',
  expired: 'Expired',
  suspended: 'Suspended',
  replaced: 'Replaced',
  revoked: 'Revoked',
};

function standsUntil(validity: Validity, lastDay: Day | null): string {
  if (validity === 'replaced') return said('Another certificate was issued in its place.');
  if (validity === 'suspended')
    return said('It is suspended: for now it does not count. Democratic Services can tell you why.');
  if (validity === 'revoked') return said('It is no longer in force. Democratic Services can tell you why.');
  if (lastDay === null) return said('Valid, without an end date.');
  return w`${validity === 'expired' ? said('It was valid') : said('Valid')} until ${readerDate(lastDay)}.`;
}

/** Of what is begun, how long it still takes; of the rest its status says it. */
function leftOf(row: ModuleRow): string {
  const isBegun = row.recordedAt !== null || row.retake !== null;
  return isBegun ? about(minutesLeft(row)) : '';
}

/** What is due first of what is still to be done, beside the next module: by when, and how long it takes. */
function pressingOf(asked: readonly AskedCard[], next: ModuleCard | undefined) {
  const first = asked.find(({ isWaiting }) => !isWaiting);
  if (!first) return undefined;
  const { title, tag, when, takes, modules } = first;
  const isThat = modules.length === 1 && modules[0]!.slug === next?.slug;
  /** No module meets it, and none is more pressing: an event is to be booked, or something sent in. */
  const isFirst = modules.length === 0 && (!next || (next.status.stage === 'not started' && !next.core));
  return { title, tag, when, takes, isThat, isFirst };
}

const few = (cards: ModuleCard[]) => ({ cards: cards.slice(0, FEW), more: Math.max(0, cards.length - FEW) });

/** Sessions that somebody was at and is asked about. */
export const feedbackView = (feedback: HomeRow['feedback']) =>
  feedback.map(({ sessionId, eventTitle, closesOn }) => ({
    href: `/feedback/${sessionId}`,
    title: eventTitle,
    until: readerDate(closesOn),
  }));

/**
 * Everything the home page shows: each module once.
 */
export function homeView(
  { modules: rows, certificates }: Pick<HomeRow, 'modules' | 'certificates'>,
  { due, asked: all }: Pick<WhatIsAsked, 'due' | 'asked'>,
  now: Date,
) {
  const counted = asItCounts(all);
  const modules: readonly NamedModule[] = rows.map((row) => counted(row.courseId, row));
  /** By slug: they need not be taken, because what they are for was shown in another way. */
  const met = metElsewhere(modules, all);
  const retakes = modules
    .filter((row) => row.retake)
    .toSorted(byDay)
    .map((row) => moduleCard(row, now));
  const cards = modules.map((row) => moduleCard(row, now));
  const asked = askedCards(due, cards, now);
  const dated = new Set(asked.flatMap((one) => one.modules.map(({ slug }) => slug)));
  const undated = cards.filter(({ slug }) => !dated.has(slug));
  const [nextRow] = whatToDo(modules, due, met);
  const next = nextRow && moduleCard(nextRow, now);
  const isMet = (card: ModuleCard) => isDone(card) || isRetake(card) || met.has(card.slug);
  return {
    core: coreSkills(all, modules),
    next: next && { ...next, left: leftOf(nextRow!) },
    pressing: pressingOf(asked, next),
    asked,
    retakes: retakes.filter(({ slug }) => !dated.has(slug)),
    toRead: cards.filter(({ notes }) => notes > 0),
    due: undated.filter((card) => card.core && !isMet(card)),
    others: few(undated.filter((card) => (!card.core || met.has(card.slug)) && !isDone(card) && !isRetake(card))),
    completed: few(undated.filter(isDone)),
    certificates: certificates.map((row) => certificateCard(row, now)),
    nothing: cards.length === 0,
  };
}
