import { type Asked, type Letter, type LetterLink, nameInText, plainLetter } from '@induct/letters';
import { type Day, readerDate, readerDuration, said, w } from '@induct/platform';

/** Something that is still to be met, in a letter. */
export interface LetterItem {
  /** Of the mandate. */
  title: string;
  dueOn: Day;
  /** How long it takes; null when nobody has said it. */
  minutes?: number | null;
  /** It is asked again since then; null: it never was. */
  againOn?: Day | null;
  /** A political group asks it of its own: who has not met it stays in the group. */
  inGroup?: boolean;
  /** That would meet it. */
  sessions?: readonly NamedSession[];
}

/** A session in a letter. */
export interface NamedSession {
  /** Sentences. */
  words: readonly string[];
  /** Its event, where one can book; undefined: one has a place already, or waits for one. */
  book: { slug: string; title: string } | undefined;
}

/** A letter names so many sessions to book; the page shows all. */
const MOST_LINKS = 3;

/** What is due to somebody, for their letter of the day. @param items of what is said today, the earliest first */
export function askedDue(items: readonly LetterItem[], { today, site }: { today: Day; site: string }): Asked {
  const late = items.filter(({ dueOn }) => dueOn < today);
  const first = late[0] ?? items[0]!;
  const book = items.flatMap(({ sessions = [] }) => sessions.flatMap((one) => one.book ?? []));
  const events = [...new Map(book.map((event) => [event.slug, event])).values()];
  return {
    subject:
      late.length > 0 ? w`Overdue: ${first.title}` : w`To complete by ${readerDate(first.dueOn)}: ${first.title}`,
    heading: late.length > 0 ? said('Overdue') : said('To complete'),
    things: items.length,
    parts: [
      items.length === 1 ? said('This is still to be completed:') : said('These are still to be completed:'),
      items.map((item) => lineOf(item, today)).join('\n'),
      ...events.slice(0, MOST_LINKS).map(({ slug, title }) => ({
        url: `${site}/programme/${slug}`,
        text: w`Book a place at “${nameInText(title)}”`,
        named: true,
      })),
      {
        url: `${site}/standing`,
        text: said('What is asked of you, with every way to complete it and how long it takes'),
        named: true,
      },
      late.length > 0 ? whoIsTold(late) : said('You get no more letters about it once it is completed.'),
    ],
  };
}

/** What a group asks stays in the group, and the letter says nothing else. */
const whoIsTold = (late: readonly LetterItem[]): string =>
  late.every(({ inGroup }) => inGroup)
    ? said(
        'Your group asks this itself: its champions are told that it is not completed, and nobody else. If something is in the way, please tell them, or Democratic Services.',
      )
    : said(
        'The champion of your group, and later officers, are told that it is not completed, and nothing else of your learning. If something is in the way, please tell Democratic Services.',
      );

const lineOf = (item: LetterItem, today: Day): string =>
  [
    `${nameInText(item.title)}: ${dueInWords(item, today)}`,
    ...(item.sessions ?? []).flatMap(({ words }) => words),
  ].join('\n');

function dueInWords({ dueOn, minutes, againOn }: LetterItem, today: Day): string {
  const on = readerDate(dueOn);
  const due =
    dueOn < today ? w`it was due on ${on}` : dueOn === today ? said('it is due today') : w`to complete by ${on}`;
  const takes = minutes ? w`${due}, about ${readerDuration(minutes * 60)}` : due;
  return againOn ? w`${takes}. It is asked again: what met it before does not count any more` : takes;
}

/** Somebody who has not completed something, as others are told. */
export interface LateItem extends LetterItem {
  /** Of the person. */
  name: string;
}

/** A letter names so many; the page shows all. */
const MOST_LINES = 40;

/** What a reader above the person is told on one day. Completion only: neither scores nor what was tried. */
export interface Digest {
  /** Of the own group. */
  champion: readonly LateItem[];
  officer: readonly LateItem[];
  monitoring_officer: readonly LateItem[];
}

const TOLD: Record<keyof Digest, () => string> = {
  champion: () => said('In your group this was due a week ago or more, and is not completed:'),
  officer: () => said('This was due two weeks ago or more, and is not completed:'),
  monitoring_officer: () =>
    said('This was due four weeks ago or more, and is not completed. You are told as monitoring officer:'),
};

/** One letter a day to whoever looks after others, whatever they are told as. */
export function digestLetter(name: string, digest: Digest, link: LetterLink): Letter {
  const kinds = (Object.keys(TOLD) as (keyof Digest)[]).filter((kind) => digest[kind].length > 0);
  const people = new Set(kinds.flatMap((kind) => digest[kind].map((one) => one.name))).size;
  return plainLetter({
    subject:
      people === 1
        ? said('Overdue: 1 person has something to complete')
        : w`Overdue: ${people} people have something to complete`,
    name,
    before: kinds.flatMap((kind) => [TOLD[kind](), lines(digest[kind])]),
    link,
    after: [said('They have been told themselves. Perhaps something is in their way.')],
  });
}

function lines(items: readonly LateItem[]): string {
  const shown = items.slice(0, MOST_LINES);
  const rest = items.length - shown.length;
  const all = shown.map(
    (item) => w`${nameInText(item.name)}: ${nameInText(item.title)}, due on ${readerDate(item.dueOn)}`,
  );
  return [...all, ...(rest > 0 ? [w`and ${rest} more`] : [])].join('\n');
}
