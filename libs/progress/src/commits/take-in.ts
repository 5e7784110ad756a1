import type { Refusal } from './commit-answer';
import type { Incoming } from './incoming';
import { lastSeq } from '../attempt/learning-time';
import { join } from '../attempt/merge';
import { stateOfCommit } from './reading';
import { nothingYet } from '../attempt/sco-state';
import type { KnownCourse } from '../sequencing/course-of-parts';
import type { AttemptWork, LaunchWork, Work } from './work';

export type Verdict = 'new' | 'duplicate' | Refusal;

/** Nothing of the launch reached this number yet, so the log need not be asked whether it holds the commit. */
export function isSurelyNew(commit: Incoming, attempt: AttemptWork, launch: LaunchWork): boolean {
  return commit.body.seq > lastSeqOf(attempt, launch);
}

function lastSeqOf(attempt: AttemptWork, launch: LaunchWork): number {
  return lastSeq(
    Array.from(attempt.scos.values(), ({ state }) => state.result.launches),
    launch.number,
  );
}

/**
 * Merges a commit into what is known, and says what became of it. `work` is changed only by a new one.
 * @param suspendText the data that a hash stands for, when it had to be looked for in the log
 * @param whole all that is known of the attempt's steps, when `PartsWork.needsAllMoves`
 */
export function takeIn(
  work: Work,
  attempt: AttemptWork,
  launch: LaunchWork,
  commit: Incoming,
  suspendText = commit.suspendText,
  whole?: KnownCourse,
): Verdict {
  const { sco, seq, run, final } = commit.body;
  const before = launch.hashes.get(seq);
  if (before) return before.equals(commit.hash) ? 'duplicate' : 'different';

  const known = attempt.scos.get(sco);
  const bookmark = known?.state.runtime.newest;
  if (suspendText === undefined && bookmark?.suspendHash !== commit.suspendHash) return 'need-suspend-data';

  const at = { launch: launch.number, run, seq };
  const activity = attempt.version.scos.get(sco)!;
  const arrived = stateOfCommit(attempt.version.tree.standard, activity, commit, at, launch.openedAt);
  const state = join(known?.state ?? nothingYet, arrived, work.policy);
  const isNewest = state.runtime.newest === arrived.runtime.newest;
  attempt.scos.set(sco, {
    state,
    isWhole: true,
    suspendText: isNewest ? (suspendText ?? known?.suspendText) : known?.suspendText,
    recordedAt: commit.receivedAt,
  });
  launch.hashes.set(seq, commit.hash);
  attempt.parts?.take(
    {
      ...at,
      moves: commit.body.moves ?? [],
      receivedAt: commit.receivedAt,
      at: commit.body.at,
      cmi: commit.cmi,
      data: commit.body.data,
      sco,
    },
    whole,
  );
  if (final && isNewest) launch.finishedAt = commit.receivedAt;
  work.commits.push({ launch, commit });
  return 'new';
}
