import type { AttemptOutcome, Outcome } from './outcome';
import type { SequencingRow } from '../sequencing/sequencing-rows';
import { RowSet } from '../wire/row-set';
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

const registrationRows = new RowSet<Outcome>('written_registration', {
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

const attemptRows = new RowSet<AttemptRow>('written_attempt', {
  registration_id: ['uuid', ({ outcome }) => outcome.work.registrationId],
  id: ['uuid', ({ attempt }) => attempt.id],
  completion: ['text', ({ result }) => result.completion],
  success: ['text', ({ result }) => result.success],
  score: ['float8', ({ result }) => result.score],
  progress: ['float8', ({ result }) => result.progress],
  learning_seconds: ['int4', ({ learningSeconds }) => learningSeconds],
  recorded_at: ['timestamptz', ({ outcome }) => outcome.recordedAt],
  completed_at: ['timestamptz', ({ completedAt }) => completedAt],
  time_measured: ['bool', ({ timeMeasured }) => timeMeasured],
});

const scoRows = new RowSet<ScoRow>('written_sco', {
  registration_id: ['uuid', ({ outcome }) => outcome.work.registrationId],
  attempt_id: ['uuid', ({ attemptId }) => attemptId],
  sco: ['text', ({ sco }) => sco],
  result: ['json', ({ state }) => JSON.stringify(state.result)],
  runtime: ['json', ({ state }) => JSON.stringify(state.runtime)],
  suspend_data: ['text', ({ suspendText }) => suspendText],
  recorded_at: ['timestamptz', ({ recordedAt }) => recordedAt],
});

const commitRows = new RowSet<CommitRow>('written_commit', {
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

const launchRows = new RowSet<LaunchRow>('written_launch', {
  registration_id: ['uuid', ({ outcome }) => outcome.work.registrationId],
  id: ['uuid', ({ launch }) => launch.id],
  last_commit_at: ['timestamptz', ({ outcome }) => outcome.recordedAt],
  live_until: ['timestamptz', ({ outcome }) => new Date(outcome.recordedAt.getTime() + TOKEN_LIFE_MS)],
  finished_at: ['timestamptz', ({ launch }) => launch.finishedAt],
});

/** Composite types of the database, in the order of the parameters. */
export const ROW_TYPES = [registrationRows, attemptRows, scoRows, commitRows, launchRows].map(({ type }) => type);

/** The parameters of one write. @param oids of ROW_TYPES */
export function parametersOf(outcomes: readonly Outcome[], oids: readonly number[]): Buffer[] {
  const [registration, attempt, sco, commit, launch] = oids as [number, number, number, number, number];
  const attempts = outcomes.flatMap((outcome) => outcome.attempts.map((one) => ({ outcome, ...one })));
  const scos = attempts.flatMap(({ outcome, attempt: { id, scos: all } }) =>
    Array.from(all, ([name, known]) => ({ outcome, attemptId: id, sco: name, ...known })).filter(
      ({ recordedAt }) => recordedAt,
    ),
  );
  const commits = outcomes.flatMap((outcome) => outcome.work.commits.map((made) => ({ outcome, ...made })));
  const launches = outcomes.flatMap((outcome) =>
    [...new Set(outcome.work.commits.map((made) => made.launch))]
      .filter((one) => isWorthWriting(one, outcome.recordedAt))
      .map((one) => ({ outcome, launch: one })),
  );
  return [
    registrationRows.parameter(registration, outcomes),
    attemptRows.parameter(attempt, attempts),
    scoRows.parameter(sco, scos),
    commitRows.parameter(commit, commits),
    launchRows.parameter(launch, launches),
  ];
}

/** What the batch changed of where attempts stand whose parts have an order. */
export function sequencingOf(outcomes: readonly Outcome[]): SequencingRow[] {
  return outcomes.flatMap(({ work, attempts }) =>
    attempts.flatMap(({ attempt: { id, parts } }) =>
      parts?.isChanged ? { registrationId: work.registrationId, attemptId: id, parts } : [],
    ),
  );
}

/** Its life needs no extending at every commit: once a minute, and when a SCO of it has finished. */
export function isWorthWriting({ lastCommitAt, finishedAt }: LaunchWork, now: Date): boolean {
  if (!lastCommitAt || now.getTime() - lastCommitAt.getTime() >= MINUTE) return true;
  return finishedAt !== undefined && finishedAt > lastCommitAt;
}
