import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { isWorthWriting, TOKEN_LIFE_MS } from './commit-rows';
import type { Incoming } from './incoming';
import type { Outcome } from './outcome';
import type { Place } from './work';

const MOST = 1000;
/** Larger ones are read again each time, so that the whole stays within some tens of megabytes. */
const MOST_ANSWERS = 300;
const MOST_CHARACTERS = 32 * 1024;

/**
 * What the launches in use came to with their last commit, so that the next one need not read it again. Only a memory:
 * writing compares the registration's revision, and whatever changes a registration or supersedes a launch raises it.
 */
@Injectable()
export class KnownPlaces {
  private readonly places = new LRUCache<string, Place>({ max: MOST });

  /** Takes the place of a commit out, for its batch to change: whoever succeeds in writing puts it back. */
  take(commit: Incoming): Place | undefined {
    const place = this.places.get(commit.token);
    if (!place) return undefined;
    this.places.delete(commit.token);
    const isUsable =
      commit.body.launch === undefined &&
      place.liveUntil >= commit.receivedAt &&
      (place.attempt.scos.get(commit.body.sco)?.isWhole ?? true);
    return isUsable ? place : undefined;
  }

  /** After its batch was written. */
  keep(commit: Incoming, place: Place, outcome: Outcome): void {
    const { work, attempt, launch } = place;
    const isSimple = work.attempts.size === 1 && work.launches.size === 1 && commit.body.launch === undefined;
    if (!isSimple || !isSmall(place) || commit.characters > MOST_CHARACTERS) return;
    if (work.commits.length > 0) {
      const [{ result, completedAt }] = outcome.attempts as [Outcome['attempts'][0]];
      work.revision += 1;
      work.commits = [];
      work.recordedAt = outcome.recordedAt;
      work.completedAt = outcome.completedAt;
      work.completedVersionId = outcome.completedVersionId;
      attempt.before = result;
      attempt.completedAt = completedAt;
      if (isWorthWriting(launch, outcome.recordedAt)) {
        launch.lastCommitAt = outcome.recordedAt;
        place.liveUntil = new Date(outcome.recordedAt.getTime() + TOKEN_LIFE_MS);
      }
    }
    launch.hashes.clear();
    attempt.parts?.written();
    for (const sco of attempt.scos.values()) sco.suspendText = sco.recordedAt = undefined;
    this.places.set(commit.token, place);
  }
}

function isSmall({ attempt }: Place): boolean {
  let answers = 0;
  for (const { state } of attempt.scos.values()) {
    for (const run in state.runtime.interactions) answers += Object.keys(state.runtime.interactions[run]!).length;
  }
  return answers <= MOST_ANSWERS && attempt.scos.size <= 50;
}
