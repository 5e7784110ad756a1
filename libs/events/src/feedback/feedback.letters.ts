import { type Asked, type LetterPart, nameInText } from '@induct/letters';
import { type Day, readerDate, said, w } from '@induct/platform';
import { questionInWords } from './question-words';
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
  const first = asked[0] && { ...asked[0], ...questionInWords(asked[0]) };
  const asks =
    stage === 'after'
      ? w`You were at “${event}”. How was it? It takes two minutes, until ${readerDate(closesOn)}.`
      : w`Three months ago you were at “${event}”. What has become of it? It takes a minute, until ${readerDate(closesOn)}.`;
  const heading = stage === 'after' ? said('How was it?') : said('What has become of it?');
  const links: LetterPart[] =
    first && first.kind === 'choice'
      ? [first.words, ...first.options.map((text, at) => ({ url: `${url}?${first.key}=${at}`, text, named: true }))]
      : [{ url, text: said('Answer') }];
  return {
    subject: again ? w`A reminder: ${heading} ${event}` : `${heading} ${event}`,
    heading,
    things: 1,
    parts: [
      asks,
      ...links,
      said(
        'Nothing counts before you send it on that page. Your answer is kept without your name and without a time; figures are shown from five people on.',
      ),
      ...(again ? [said('You get no other reminder about it.')] : []),
    ],
  };
}
