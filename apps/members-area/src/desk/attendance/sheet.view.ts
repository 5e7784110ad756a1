import { overWords, type SignInFacts, type SignInPaper } from '@induct/events';
import { britishTimeAndDate } from '@induct/platform';
import { fileSize } from '../../words/counted';
import { partWords, whenAndWhere } from './session-words';

/** Lines without a name, for those who come and are not among them. */
const EMPTY_LINES = 8;

const hrefOf = (sessionId: string): string => `/admin/programme/sessions/${sessionId}`;

/** Everybody who may come, with a column a part to sign in. */
export const sheetView = (facts: SignInFacts) => ({
  base: hrefOf(facts.sessionId),
  title: facts.title,
  when: whenAndWhere(facts),
  bring: facts.bring,
  over: facts.over && overWords(facts.over),
  parts: facts.parts.map((part) => ({
    head: facts.parts.length === 1 ? 'Signature' : `Part ${part.number}`,
    times: partWords(part, facts),
  })),
  rows: facts.rows,
  empty: Array.from({ length: EMPTY_LINES }, (_, at) => at + 1),
});

/** What its button says, and whoever has waited is told. */
const WORDS: Record<SignInPaper['state'], { press?: string; ready?: string }> = {
  none: { press: 'Make the PDF', ready: 'There is no PDF any more.' },
  'being made': {},
  made: { press: 'Make it anew', ready: 'The PDF is ready to download.' },
  overtaken: { press: 'Make it anew', ready: 'Something has changed since the PDF was made.' },
  failed: { press: 'Try again', ready: 'The PDF could not be made.' },
};

/** What is so of its PDF. @param title of the session */
export const sheetPaperView = (sessionId: string, title: string, paper: SignInPaper) => ({
  base: hrefOf(sessionId),
  title,
  state: paper.state,
  ...WORDS[paper.state],
  ...(paper.state === 'made' && { size: fileSize(paper.bytes), asOf: britishTimeAndDate(paper.madeAt) }),
});
