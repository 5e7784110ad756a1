import type { Speech } from '../speech/say';
import type { PlayState, SequencingStart } from '@induct/scorm';

export type { SequencingStart };

/** The run-time data of a SCO as nested names: `{ core: { lesson_status: 'incomplete' } }`. */
export interface Cmi {
  [name: string]: string | number | boolean | Cmi | undefined;
}

export interface ScoStatus {
  completion: string;
  success: string;
}

/** One line of the table of contents; a line without `href` only groups others. */
export interface ContentsItem {
  id: string;
  title: string;
  href?: string | undefined;
  children: ContentsItem[];
}

export interface ScoToPlay {
  /** Address of its first page. */
  href: string;
  scormType?: 'sco' | 'asset' | undefined;
  initialCmi: Cmi;
  /** SCORM 2004: what a new attempt of it begins with, where `initialCmi` goes on with an older one. */
  freshCmi?: Cmi;
  status: ScoStatus;
}

/** What the server puts into the page, as far as a player reads it. */
export interface LaunchState extends Pick<
  PlayState,
  | 'journalKey'
  | 'course'
  | 'versionId'
  | 'learner'
  | 'current'
  | 'asksFirst'
  | 'savedAt'
  | 'siteReturnUrl'
  | 'finishedUrl'
  | 'sequencing'
  | 'prerequisites'
> {
  launch: Pick<PlayState['launch'], 'id'>;
  /** SCORM 2004: '2nd', '3rd' or '4th'. */
  edition?: string;
  toc: ContentsItem[];
  scos: Record<string, ScoToPlay>;
  /** Present when the page is not in English. */
  speech?: Speech;
}
