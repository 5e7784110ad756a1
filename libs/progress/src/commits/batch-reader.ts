import { Injectable } from '@nestjs/common';
import type { Refusal } from './commit-answer';
import { CommitQueries, type KnownRow } from './commit.queries';
import { CourseVersions } from './course-versions';
import type { Incoming } from './incoming';
import { KnownPlaces } from './known-places';
import { OneByOne } from './one-by-one';
import { SequencingQueries } from '../sequencing/sequencing.queries';
import { beginning } from '../sequencing/beginning';
import { PartsWork } from '../sequencing/parts-work';
import { isSurelyNew, takeIn, type Verdict } from './take-in';
import { type Place, type Work, worksOf } from './work';

/** What is made of one commit of a batch; `overtaken` asks for another look. */
export type Judged =
  | { commit: Incoming; refused: Refusal; about?: Place }
  | { commit: Incoming; verdict: 'new' | 'duplicate'; about: Place }
  | { commit: Incoming; overtaken: true };

/** Reads what a batch is about, and merges its commits in memory. Writes nothing. */
@Injectable()
export class BatchReader {
  constructor(
    private readonly queries: CommitQueries,
    private readonly versions: CourseVersions,
    private readonly places: KnownPlaces,
    private readonly sequencing: SequencingQueries,
  ) {}

  async judge(batch: readonly Incoming[]): Promise<Judged[]> {
    const looked = await this.lookUp(batch);
    await this.rememberLogged(looked);
    const oneByOne = new OneByOne(looked.flatMap((one) => ('about' in one ? one.about.work : [])));
    const judged: Judged[] = [];
    // One after the other: a commit may rest on one before it in the batch.
    for (const one of looked) {
      if (!('about' in one)) judged.push(one);
      else if (oneByOne.mustWait(one.about)) judged.push({ commit: one.commit, overtaken: true });
      else {
        judged.push(await this.merge(one.commit, one.about));
        oneByOne.merged(one.about, one.commit.receivedAt);
      }
    }
    return judged;
  }

  /** Finds the place of each commit: those remembered at once, the others in one query. */
  private async lookUp(batch: readonly Incoming[]): Promise<Looked[]> {
    const remembered = new Map<string, Place>();
    const unknown: Incoming[] = [];
    for (const commit of batch) {
      const place = remembered.get(commit.token) ?? this.places.take(commit);
      if (place) remembered.set(commit.token, place);
      else unknown.push(commit);
    }
    const read = unknown.length === 0 ? undefined : await this.read(unknown);
    // Two launches of one registration may be in the batch: both must start from the same.
    const works = new Map<string, Work>();
    for (const one of read?.values() ?? [])
      if ('about' in one) works.set(one.about.work.registrationId, one.about.work);
    for (const { work } of remembered.values()) {
      if (!works.has(work.registrationId)) works.set(work.registrationId, work);
    }
    return batch.map((commit) => {
      const place = remembered.get(commit.token);
      if (!place) return read!.get(commit)!;
      const isCurrent = works.get(place.work.registrationId) === place.work;
      return isCurrent && fits(commit, place) ? lookAt(commit, place) : { commit, overtaken: true };
    });
  }

  private async read(batch: readonly Incoming[]): Promise<Map<Incoming, Looked>> {
    const rows = await this.queries.known(batch);
    const versions = await this.versions.find([...new Set(rows.map((row) => row.versionId))]);
    const works = worksOf(rows, versions);
    await this.readParts(works);
    const rowOf = new Map(rows.map((row) => [row.asked, row]));
    return new Map(batch.map((commit, index) => [commit, lookAtRow(commit, rowOf.get(index), works)]));
  }

  /** Where the attempts stand whose parts have an order. */
  private async readParts(works: ReadonlyMap<string, Work>): Promise<void> {
    const attempts = [...works.values()].flatMap((work) => [...work.attempts.values()]);
    const sequenced = new Map(attempts.flatMap((one) => (one.version.sequencing ? [[one.id, one] as const] : [])));
    if (sequenced.size === 0) return;
    const known = await this.sequencing.of([...sequenced.keys()]);
    for (const [id, { version, scos }] of sequenced) {
      const { standing, ...beside } = known.get(id)!;
      // An attempt that has commits and no steps began before its version's order was kept, and goes on so.
      if (!standing && scos.size > 0) continue;
      sequenced.get(id)!.parts = new PartsWork(
        version.sequencing!,
        beginning(version.sequencing!, id),
        standing,
        beside,
      );
    }
  }

  /** Where a number may have been used before, the log says with what. */
  private async rememberLogged(looked: readonly Looked[]): Promise<void> {
    const doubtful = looked.flatMap((one) =>
      'about' in one && !isSurelyNew(one.commit, one.about.attempt, one.about.launch) ? one : [],
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
    for (const { launchId, seq, hash } of logged) launches.get(launchId)?.hashes.set(seq, hash);
  }

  private async merge(commit: Incoming, about: Place): Promise<Judged> {
    const { work, attempt, launch } = about;
    const moves = commit.body.moves ?? [];
    const whole = attempt.parts?.needsAllMoves({ launch: launch.number, run: commit.body.run, moves })
      ? await this.sequencing.whole(attempt.id)
      : undefined;
    let verdict: Verdict = takeIn(work, attempt, launch, commit, undefined, whole);
    if (verdict === 'need-suspend-data') {
      const { sco } = commit.body;
      const found = await this.queries.suspendText(launch.openedAt, attempt.id, launch.id, sco, commit.suspendHash);
      if (found !== undefined) verdict = takeIn(work, attempt, launch, commit, found, whole);
    }
    return verdict === 'new' || verdict === 'duplicate'
      ? { commit, verdict, about }
      : { commit, refused: verdict, about };
  }
}

type Looked =
  { commit: Incoming; refused: Refusal } | { commit: Incoming; about: Place } | { commit: Incoming; overtaken: true };

function lookAtRow(commit: Incoming, row: KnownRow | undefined, works: ReadonlyMap<string, Work>): Looked {
  if (!row) return { commit, refused: 'unknown-token' };
  if (row.liveUntil < commit.receivedAt) return { commit, refused: 'ended-token' };
  if (!row.launchId) return { commit, refused: 'unknown-launch' };
  const work = works.get(row.registrationId)!;
  return lookAt(commit, {
    work,
    attempt: work.attempts.get(row.attemptId)!,
    launch: work.launches.get(row.launchId)!,
    superseded: row.superseded,
    liveUntil: row.liveUntil,
  });
}

function lookAt(commit: Incoming, about: Place): Looked {
  return about.attempt.version.scos.has(commit.body.sco) ? { commit, about } : { commit, refused: 'unknown-sco' };
}

/** A remembered place holds one launch, and of some SCOs only their results. */
function fits({ body }: Incoming, { attempt }: Place): boolean {
  return body.launch === undefined && (attempt.scos.get(body.sco)?.isWhole ?? true);
}
