import { isOpen, type PaperState, type ReadVersion, VERSION_STATE_NAMES, wasApproved } from '@induct/events';
import { britishTimeAndDate } from '@induct/platform';
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
export function versionView({ programme, version, facts }: ReadVersion, paper: PaperState, done: unknown) {
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
    paper: wasApproved(state) ? paperWords(paper) : undefined,
    months: frozenProgramme(facts),
    banner: DONE[String(done)],
    called: { slug: title },
  };
}

function paperWords(paper: PaperState) {
  if (paper.state === 'made') return { size: fileSize(paper.bytes) };
  return { waits: paper.state !== 'failed' };
}
