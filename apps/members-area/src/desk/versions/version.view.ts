import { isOpen, type PaperState, type ReadVersion, VERSION_STATE_NAMES, wasApproved } from '@induct/events';
import { britishTimeAndDate, type Language } from '@induct/platform';
import { counted, fileSize } from '../../words/counted';
import { frozenProgramme } from '../../words/frozen-programme';
import {
  decisionInWords,
  groupHref,
  programmeHref,
  publicHref,
  versionHref,
  versionTag,
} from '../../words/programme-versions';

export const DONE: Record<string, string> = {
  frozen: 'The version is made. Read it as everybody will, then propose it to the steering group.',
  proposed: 'The version is proposed. Everybody in the steering group gets a letter.',
  recorded:
    'The decision is recorded. It counts once another of the steering group has confirmed it: they get a letter.',
  published: 'The version is published: everybody may read it.',
  withdrawn: 'The version is withdrawn. Make another one when the plan is right.',
  print: 'The PDF will be made again.',
};

/** A version at the desk. */
export function versionView({ programme, version, facts }: ReadVersion, papers: Papers, done: unknown) {
  const { state, number } = version;
  const { slug, title } = programme;
  return {
    title,
    number,
    tag: versionTag(state),
    says: `${VERSION_STATE_NAMES[state]}. ${counted(version.sessions, 'session')}, as planned at ${britishTimeAndDate(version.frozenAt)} by ${version.frozenByName}.`,
    href: versionHref(slug, number),
    up: programmeHref(slug),
    public: state === 'published' ? publicHref(slug) : undefined,
    group: version.proposedAt ? groupHref(slug, number) : undefined,
    decision: decisionInWords(version.decision),
    may: {
      propose: state === 'draft',
      decide: state === 'proposed',
      publish: state === 'approved',
      withdraw: isOpen(state),
    },
    papers: wasApproved(state) ? papersView(papers, versionHref(slug, number)) : undefined,
    months: frozenProgramme(facts),
    banner: DONE[String(done)],
    called: { slug: title },
  };
}

/** A copy in each language of the council; of one that works in English alone there is none in Welsh. */
export type Papers = Record<Language, PaperState>;

function papersView({ en, cy }: Papers, href: string) {
  const link = (paper: PaperState, text: string, query: string) =>
    paper.state === 'made' ? [{ href: `${href}/programme.pdf${query}`, text, size: fileSize(paper.bytes) }] : [];
  return {
    made: [
      ...link(en, cy.state === 'none' ? 'Download the PDF' : 'Download the PDF in English', ''),
      ...link(cy, 'Download the PDF in Welsh', '?language=cy'),
    ],
    isWaiting: [en, cy].some(({ state }) => state === 'being made') || en.state === 'none',
    hasFailed: [en, cy].some(({ state }) => state === 'failed'),
  };
}
