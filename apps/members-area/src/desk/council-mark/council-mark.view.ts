import type { CouncilMarkEntity } from '@induct/accreditation';
import { britishDate, britishTimeAndDate, type Day, daysLater } from '@induct/platform';

/** Names of people by id. */
type Names = ReadonlyMap<string, string>;

const DONE: Record<string, string> = {
  waiting: 'It waits for a second person: another officer or an administrator has to confirm it.',
  alone:
    'It stands on certificates from that day on. There is no second person at the desk, so you confirmed it alone, and that is on record.',
  confirmed: 'It is confirmed, and stands on certificates from its first day on.',
  refused: 'It is refused. Nothing changes on certificates.',
  withdrawn: 'It is withdrawn. Nothing changes on certificates.',
};

const row = (key: string, text: string) => ({ key: { text: key }, value: { text } });

/** One picture, with who answers for it. @param until the day on which another begins */
export function markView(mark: CouncilMarkEntity, names: Names, until?: Day) {
  const { id, picture, alt, altCy, startsOn, proposedBy, proposedAt, outcome, decidedBy, decidedAt } = mark;
  const who = (person: string | null) => (person && names.get(person)) ?? 'somebody';
  const decided =
    outcome === 'confirmed_alone'
      ? `By ${who(proposedBy)} alone, at ${britishTimeAndDate(proposedAt)}: there was no second person`
      : decidedAt && `Confirmed by ${who(decidedBy)} at ${britishTimeAndDate(decidedAt)}`;
  const period = until
    ? `from ${britishDate(startsOn)} to ${britishDate(daysLater(until, -1))}`
    : `from ${britishDate(startsOn)}`;
  return {
    id,
    picture,
    alt,
    rows: [
      row('Shows', alt),
      ...(altCy === null ? [] : [row('Shows, in Welsh', altCy)]),
      row('Counts for awards', period),
      ...(outcome === 'confirmed_alone'
        ? []
        : [row('Proposed', `By ${who(proposedBy)} at ${britishTimeAndDate(proposedAt)}`)]),
      ...(decided ? [row('Agreed', decided)] : []),
    ],
  };
}

/**
 * What waits, what stands on certificates today, and the others by day.
 * @param all as `CouncilMarks.all` gives them
 */
export function councilMarkView(
  all: readonly CouncilMarkEntity[],
  { names, today, reader, done }: { names: Names; today: Day; reader: string; done: unknown },
) {
  const waiting = all.find(({ outcome }) => outcome === null);
  // Of two that begin on one day the one decided last counts; the other never stood anywhere after that.
  const agreed = all
    .filter(({ outcome }) => outcome !== null)
    .filter((mark, at, them) => them[at - 1]?.startsOn !== mark.startsOn);
  const shown = agreed.map((mark, at) => ({ mark, view: markView(mark, names, agreed[at - 1]?.startsOn) }));
  const now = shown.find(({ mark }) => mark.startsOn <= today);
  return {
    banner: typeof done === 'string' ? DONE[done] : undefined,
    waiting: waiting && { ...markView(waiting, names), isMine: waiting.proposedBy === reader },
    now: now?.view,
    toCome: shown.filter(({ mark }) => mark.startsOn > today).map(({ view }) => view),
    past: shown.filter(({ mark }) => mark.startsOn <= today && mark !== now?.mark).map(({ view }) => view),
  };
}
