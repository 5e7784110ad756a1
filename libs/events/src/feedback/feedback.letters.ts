import { type Asked, type LetterPart, nameInText } from '@induct/letters';
import { britishDate, type Day } from '@induct/platform';
import type { FeedbackStage } from './timetable';
import type { AskedQuestion } from './what-is-asked';

/** What people are asked by letter. */
export interface FeedbackAsked {
  /** Of the event. */
  title: string;
  stage: FeedbackStage;
  asked: readonly AskedQuestion[];
  closesOn: Day;
  /** The page on which they answer. */
  url: string;
  /** They were asked before. */
  again: boolean;
}

/**
 * For somebody's letter of the day. Each option of the first question is a link. It only chooses that option on the page: programs that look at letters open links,
 * and nothing counts until it is sent there.
 */
export function askedFeedback({ title, stage, asked, closesOn, url, again }: FeedbackAsked): Asked {
  const event = nameInText(title);
  const [first] = asked;
  const said = stage === 'after' ? `You were at “${event}”.` : `Three months ago you were at “${event}”.`;
  const asks =
    stage === 'after'
      ? `${said} How was it? It takes two minutes, until ${britishDate(closesOn)}.`
      : `${said} What has become of it? It takes a minute, until ${britishDate(closesOn)}.`;
  const links: LetterPart[] =
    first && first.kind === 'choice'
      ? [first.words, ...first.options.map((text, at) => ({ url: `${url}?${first.key}=${at}`, text, named: true }))]
      : [{ url, text: 'Answer' }];
  return {
    subject: `${again ? 'A reminder: ' : ''}${stage === 'after' ? 'How was it?' : 'What has become of it?'} ${event}`,
    heading: stage === 'after' ? 'How was it?' : 'What has become of it?',
    things: 1,
    parts: [
      asks,
      ...links,
      'Nothing counts before you send it on that page. Your answer is kept without your name and without a time; figures are shown from five people on.',
      ...(again ? ['You get no other reminder about it.'] : []),
    ],
  };
}
