import type { Sitter } from '@induct/accreditation';
import { asTypedIn, type Day, readerDate, said, w } from '@induct/platform';
import { askedTitle, myMissingWords, myPlaceWords } from '../../words/sitting';
import type { BodyName, MySeat } from './may-i-sit.queries';

interface MySitting {
  asked: { day: Day; typed: string; problem: string | undefined };
  today: Day;
  /** What I have a place on, on the day. */
  sitters: readonly Sitter[];
  names: ReadonlyMap<string, BodyName>;
  /** Mine from today on. */
  seats: readonly MySeat[];
}

/** Yes; not yet, while something is still to be shown; no, where a certificate was revoked or is suspended. */
function answerOf({ may, asked }: Sitter) {
  if (may) return { text: said('Yes'), kind: 'done' };
  const taken = asked.some((one) => one.binding && !one.met && isTaken(one));
  return taken ? { text: said('No'), kind: 'bad' } : { text: said('Not yet'), kind: 'warning' };
}

/** Everything the member's page shows. */
export function mayISitView({ asked: { day, typed, problem }, today, sitters, names, seats }: MySitting) {
  const nameOf = ({ bodyId }: Sitter) => names.get(bodyId)?.name ?? '';
  const shownName = ({ bodyId }: Sitter) => inReaders(names.get(bodyId));
  const there = new Set(sitters.map(({ bodyId }) => bodyId));
  return {
    on: typed,
    isToday: day === today,
    day: readerDate(day),
    message: problem ? { on: { text: said(problem) } } : {},
    errors: problem && [{ href: '#on', text: said(problem) }],
    bodies: sitters
      .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en-GB'))
      .map((sitter) => ({
        name: shownName(sitter),
        as: myPlaceWords(sitter),
        tag: answerOf(sitter),
        until: sitter.until && readerDate(sitter.until),
        shown: sitter.asked.filter(({ binding, met }) => binding && met).map(shownWords),
        missing: sitter.asked
          .filter(({ binding, met }) => binding && !met)
          .map((one) => ({
            text: myMissingWords(one),
            todo: whatToDo(one),
          })),
      })),
    others: seats
      .filter(({ bodyId }) => !there.has(bodyId))
      .map(({ name, nameCy, from, capacity }) => ({
        name: inReaders({ name, nameCy }),
        why:
          from > day
            ? w`Your seat begins on ${readerDate(from)}.`
            : said(NO_PLACE[capacity === 'substitute' ? 'substitute' : 'over']),
      })),
  };
}

const inReaders = (body: BodyName | undefined): string => (body ? asTypedIn(body.name, body.nameCy) : '');

const shownWords = (one: Sitter['asked'][number]) =>
  `${askedTitle(one)}${one.until ? w`, to the end of ${readerDate(one.until)}` : ''}`;

/** As `myMissingWords` says it: whoever has earned it again after it was revoked waits for an officer alone. */
const isTaken = ({ revokedOn, suspended, waits }: Sitter['asked'][number]) =>
  suspended || (revokedOn !== null && !waits);

/** What to do about what is missing. */
const WHAT_TO_DO = {
  waits: { text: 'You need do nothing', href: undefined },
  taken: { text: 'Democratic Services can tell you why', href: undefined },
  requirement: { text: 'See the ways to show it', href: '/standing' },
  scheme: { text: 'See what the certificate still asks', href: '/standing' },
  statutory: { text: 'Ask Democratic Services for the accredited course', href: undefined },
} as const;

function whatToDo(one: Sitter['asked'][number]) {
  const { text, href } = WHAT_TO_DO[isTaken(one) ? 'taken' : one.waits ? 'waits' : one.kind];
  return { text: said(text), href };
}

const NO_PLACE = {
  substitute: 'You are a substitute, and by the rule of that day named substitutes do not stand in.',
  over: 'You have no seat on it on that day.',
} as const;
