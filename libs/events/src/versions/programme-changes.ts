import { britishDate } from '@induct/platform';
import type { FrozenSession, ProgrammeFacts } from './programme-facts';
import { forWhomInWords, whenInWords, whereInWords } from './session-words';

/** What is planned otherwise by now, of one session or of the whole. */
export interface ProgrammeChange {
  kind: 'new' | 'gone' | 'changed';
  /** What it is about. */
  title: string;
  /** Sentences: `It is on 8 June 2027, 09:30 to 12:30, and was on 7 June 2027, 09:30 to 12:30.` */
  says: string[];
}

/** @param cancelled sessions that were cancelled meanwhile, by id */
export function changesSince(
  before: ProgrammeFacts,
  now: ProgrammeFacts,
  cancelled: ReadonlySet<string>,
): ProgrammeChange[] {
  const was = new Map(before.sessions.map((session) => [session.id, session]));
  const is = new Set(now.sessions.map(({ id }) => id));
  const gone = before.sessions
    .filter(({ id }) => !is.has(id))
    .map((session): ProgrammeChange => ({ kind: 'gone', title: session.title, says: [goneWords(session, cancelled)] }));
  const others = now.sessions.flatMap((session): ProgrammeChange[] => {
    const earlier = was.get(session.id);
    if (!earlier) return [{ kind: 'new', title: session.title, says: [`It is new: ${whenInWords(session.parts)}.`] }];
    const says = differences(earlier, session);
    return says.length > 0 ? [{ kind: 'changed', title: session.title, says }] : [];
  });
  return [...ofTheWhole(before, now), ...gone, ...others];
}

const goneWords = ({ id, parts }: FrozenSession, cancelled: ReadonlySet<string>): string =>
  `It was to be on ${whenInWords(parts)}, and ${cancelled.has(id) ? 'is cancelled' : 'is not in the programme any more'}.`;

function ofTheWhole(before: ProgrammeFacts, now: ProgrammeFacts): ProgrammeChange[] {
  const days = ({ firstDay, lastDay }: ProgrammeFacts) => `from ${britishDate(firstDay)} to ${britishDate(lastDay)}`;
  const says = [
    ...(before.title === now.title ? [] : [`It is called “${now.title}”, and was called “${before.title}”.`]),
    ...(days(before) === days(now) ? [] : [`It is ${days(now)}, and was ${days(before)}.`]),
  ];
  return says.length > 0 ? [{ kind: 'changed', title: 'The whole programme', says }] : [];
}

const RELATED: readonly [string, (session: FrozenSession) => string][] = [
  ['What it is about', ({ about }) => about],
  ['The format', ({ format }) => format ?? ''],
  ['The series', ({ series }) => series ?? ''],
  ['The list of planned outcomes', ({ outcomes }) => outcomes.join('\n')],
  ['What to bring', ({ bring }) => bring ?? ''],
  ['Whether it is an event, a training or a briefing', ({ kind }) => kind],
];

function differences(was: FrozenSession, is: FrozenSession): string[] {
  const says: string[] = [];
  const differ = (of: (session: FrozenSession) => string) => of(was) !== of(is);
  if (was.title !== is.title) says.push(`It was called “${was.title}”.`);
  const when = ({ parts }: FrozenSession) => whenInWords(parts);
  if (differ(when)) says.push(`It is on ${when(is)}, and was on ${when(was)}.`);
  if (differ(whereInWords)) says.push(`The place is ${whereInWords(is)}, and was ${whereInWords(was)}.`);
  if (differ(forWhomInWords)) says.push(`It is for ${forWhomInWords(is)}, and was for ${forWhomInWords(was)}.`);
  if (was.mandatory !== is.mandatory)
    says.push(is.mandatory ? 'It is mandatory now.' : 'It is not mandatory any more.');
  if (was.state !== is.state)
    says.push(is.state === 'confirmed' ? 'It is confirmed, and was provisional.' : 'It is provisional again.');
  for (const [what, of] of RELATED) if (differ(of)) says.push(`${what} is described otherwise.`);
  return says;
}
