import { Injectable } from '@nestjs/common';
import type { Refusal } from './commit-answer';
import { CommitQueries, type KnownRow } from './commit.queries';
import { CourseVersions } from './course-versions';
import type { Incoming } from './incoming';
import { isSurelyNew, refusal, takeIn, type Verdict } from './take-in';
import { type AttemptWork, type LaunchWork, type Work, worksOf } from './work';

/** What is made of one commit of a batch. */
export type Judged =
  | { commit: Incoming; refused: Refusal; about?: Place }
  | { commit: Incoming; verdict: 'new' | 'duplicate'; about: Place };

/** Where a commit belongs. */
export interface Place {
  work: Work;
  attempt: AttemptWork;
  launch: LaunchWork;
  superseded: boolean;
}

/** Reads what a batch is about, and merges its commits in memory. Writes nothing. */
@Injectable()
export class BatchReader {
  constructor(
    private readonly queries: CommitQueries,
    private readonly versions: CourseVersions,
  ) {}

  async judge(batch: readonly Incoming[]): Promise<Judged[]> {
    const rows = await this.queries.known(batch);
    const versions = await this.versions.find([...new Set(rows.map((row) => row.version_id))]);
    const works = worksOf(rows, versions);
    const rowOf = new Map(rows.map((row) => [row.asked, row]));
    const looked = batch.map((commit, index) => lookAt(commit, rowOf.get(index), works));
    await this.rememberLogged(looked);
    const judged: Judged[] = [];
    // One after the other: a commit may rest on one before it in the batch.
    for (const one of looked) judged.push('refused' in one ? one : await this.merge(one.commit, one.about));
    return judged;
  }

  /** Where a number may have been used before, the log says with what. */
  private async rememberLogged(looked: readonly Looked[]): Promise<void> {
    const doubtful = looked.flatMap((one) =>
      'refused' in one || isSurelyNew(one.commit, one.about.attempt, one.about.launch) ? [] : one,
    );
    if (doubtful.length === 0) return;
    const logged = await this.queries.logged(
      doubtful.map(({ commit, about: { launch } }) => ({
        openedAt: launch.openedAt,
        attemptId: launch.attemptId,
        launchId: launch.id,
        seq: commit.body.seq,
      })),
    );
    const launches = new Map(doubtful.map(({ about: { launch } }) => [launch.id, launch]));
    for (const { launch_id, seq, hash } of logged) launches.get(launch_id)?.hashes.set(seq, hash);
  }

  private async merge(commit: Incoming, about: Place): Promise<Judged> {
    const { work, attempt, launch } = about;
    let verdict: Verdict = takeIn(work, attempt, launch, commit);
    if (verdict === 'need-suspend-data') {
      const { sco } = commit.body;
      const found = await this.queries.suspendText(launch.openedAt, attempt.id, launch.id, sco, commit.suspendHash);
      if (found !== undefined) verdict = takeIn(work, attempt, launch, commit, found);
    }
    return verdict === 'new' || verdict === 'duplicate'
      ? { commit, verdict, about }
      : { commit, refused: verdict, about };
  }
}

type Looked = { commit: Incoming; refused: Refusal } | { commit: Incoming; about: Place };

function lookAt(commit: Incoming, row: KnownRow | undefined, works: ReadonlyMap<string, Work>): Looked {
  const work = row && works.get(row.registration_id);
  const attempt = row && work?.attempts.get(row.attempt_id);
  const refused = refusal(row, commit, attempt);
  if (refused) return { commit, refused };
  const launch = work!.launches.get(row!.launch_id!)!;
  return { commit, about: { work: work!, attempt: attempt!, launch, superseded: row!.superseded } };
}
