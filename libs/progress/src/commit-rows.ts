import type { AttemptOutcome, Outcome } from './outcome';
import { RowSet } from './row-set';
import type { LaunchWork, NewCommit, ScoWork } from './work';

const MINUTE = 60_000;
/** A launch's token lives this long after its last commit. */
export const TOKEN_LIFE_MS = 12 * 60 * MINUTE;

interface Of {
  outcome: Outcome;
}
type AttemptRow = Of & AttemptOutcome;
type ScoRow = Of & ScoWork & { attemptId: string; sco: string };
type CommitRow = Of & NewCommit;
type LaunchRow = Of & { launch: LaunchWork };

export const registrationRows = new RowSet<Outcome>({
  id: ['uuid', ({ work }) => work.registrationId],
  revision: ['int4', ({ work }) => work.revision],
  completion: ['text', ({ result }) => result.completion],
  success: ['text', ({ result }) => result.success],
  score: ['float8', ({ result }) => result.score],
  progress: ['float8', ({ result }) => result.progress],
  learning_seconds: ['int4', ({ learningSeconds }) => learningSeconds],
  recorded_at: ['timestamptz', ({ recordedAt }) => recordedAt],
  completed_at: ['timestamptz', ({ completedAt }) => completedAt],
  completed_version_id: ['uuid', ({ completedVersionId }) => completedVersionId],
});

export const attemptRows = new RowSet<AttemptRow>({
  registration_id: ['uuid', ({ outcome }) => outcome.work.registrationId],
  id: ['uuid', ({ attempt }) => attempt.id],
  completion: ['text', ({ result }) => result.completion],
  success: ['text', ({ result }) => result.success],
  score: ['float8', ({ result }) => result.score],
  progress: ['float8', ({ result }) => result.progress],
  learning_seconds: ['int4', ({ learningSeconds }) => learningSeconds],
  recorded_at: ['timestamptz', ({ outcome }) => outcome.recordedAt],
  completed_at: ['timestamptz', ({ completedAt }) => completedAt],
});

export const scoRows = new RowSet<ScoRow>({
  registration_id: ['uuid', ({ outcome }) => outcome.work.registrationId],
  attempt_id: ['uuid', ({ attemptId }) => attemptId],
  sco: ['text', ({ sco }) => sco],
  result: ['json', ({ state }) => JSON.stringify(state.result)],
  runtime: ['json', ({ state }) => JSON.stringify(state.runtime)],
  suspend_data: ['text', ({ suspendText }) => suspendText],
  recorded_at: ['timestamptz', ({ recordedAt }) => recordedAt],
});

export const commitRows = new RowSet<CommitRow>({
  registration_id: ['uuid', ({ outcome }) => outcome.work.registrationId],
  opened_on: ['date', ({ launch }) => launch.openedAt],
  attempt_id: ['uuid', ({ launch }) => launch.attemptId],
  launch_id: ['uuid', ({ launch }) => launch.id],
  seq: ['int4', ({ commit }) => commit.body.seq],
  sco: ['text', ({ commit }) => commit.body.sco],
  run: ['int4', ({ commit }) => commit.body.run],
  final: ['bool', ({ commit }) => commit.body.final],
  hash: ['bytea', ({ commit }) => commit.hash],
  suspend_hash: ['bytea', ({ commit }) => Buffer.from(commit.suspendHash, 'hex')],
  cmi: ['json', ({ commit }) => commit.logText],
  shown_ms: ['int4', ({ commit }) => commit.body.shownMs],
  received_at: ['timestamptz', ({ commit }) => commit.receivedAt],
});

export const launchRows = new RowSet<LaunchRow>({
  registration_id: ['uuid', ({ outcome }) => outcome.work.registrationId],
  id: ['uuid', ({ launch }) => launch.id],
  last_commit_at: ['timestamptz', ({ outcome }) => outcome.recordedAt],
  live_until: ['timestamptz', ({ outcome }) => new Date(outcome.recordedAt.getTime() + TOKEN_LIFE_MS)],
  finished_at: ['timestamptz', ({ launch }) => launch.finishedAt],
});

/** The parameters of one write: all five sets, in this order. */
export function parametersOf(outcomes: readonly Outcome[]): Buffer[] {
  const attempts = outcomes.flatMap((outcome) => outcome.attempts.map((attempt) => ({ outcome, ...attempt })));
  const scos = attempts.flatMap(({ outcome, attempt }) =>
    Array.from(attempt.scos, ([sco, known]) => ({ outcome, attemptId: attempt.id, sco, ...known })).filter(
      ({ recordedAt }) => recordedAt,
    ),
  );
  const commits = outcomes.flatMap((outcome) => outcome.work.commits.map((made) => ({ outcome, ...made })));
  const launches = outcomes.flatMap((outcome) =>
    [...new Set(outcome.work.commits.map(({ launch }) => launch))]
      .filter((launch) => isWorthWriting(launch, outcome.recordedAt))
      .map((launch) => ({ outcome, launch })),
  );
  return [
    ...registrationRows.values(outcomes),
    ...attemptRows.values(attempts),
    ...scoRows.values(scos),
    ...commitRows.values(commits),
    ...launchRows.values(launches),
  ];
}

/** Its life needs no extending at every commit: once a minute, and when a SCO of it has finished. */
export function isWorthWriting({ lastCommitAt, finishedAt }: LaunchWork, now: Date): boolean {
  if (!lastCommitAt || now.getTime() - lastCommitAt.getTime() >= MINUTE) return true;
  return finishedAt !== undefined && finishedAt > lastCommitAt;
}
