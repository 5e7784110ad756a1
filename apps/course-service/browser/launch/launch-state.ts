import type { Speech } from '../speech/say';
import type { Learner, SequencingStart, WaitingItem } from '@induct/scorm';

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

/** What the server put into the page; libs/progress makes it. */
export interface LaunchState {
  launch: { id: string };
  /** SCORM 2004: '2nd', '3rd' or '4th'. */
  edition?: string;
  /** base64url, 32 bytes: seals the journal of this attempt. */
  journalKey: string;
  course: { title: string };
  /** Of a member's opening: what was done in this browser without an account is kept under it. */
  versionId?: string;
  learner: Learner;
  toc: ContentsItem[];
  scos: Record<string, ScoToPlay>;
  current: string;
  /** Nothing opens by itself: the learner is asked whether to go on with `current`, or with what else. */
  asksFirst?: true;
  savedAt: string | null;
  siteReturnUrl: string;
  /** Present when the package sets an order for its parts. */
  sequencing?: SequencingStart;
  /** Present when parts of a SCORM 1.2 package wait for others. */
  prerequisites?: WaitingItem;
  finishedUrl: string;
  /** Present when the page is not in English. */
  speech?: Speech;
}
