import { Injectable } from '@nestjs/common';
import type { ActivityTree } from '@induct/scorm';
import type { AttemptEntity } from '../attempt/attempt.entity';
import type { Result } from '../attempt/result';
import { CourseVersions, type TrackedVersion } from '../commits/course-versions';
import { beginning } from '../sequencing/beginning';
import type { BesideSteps, PlacedMove } from '../sequencing/course-of-parts';
import { PartsWork } from '../sequencing/parts-work';
import { SequencingQueries } from '../sequencing/sequencing.queries';
import { Replay } from './replay';
import { type Moment, Story } from './story';
import { type AttemptRow, type CommitRow, TimelineQueries } from './timeline.queries';

/** As many of the newest saves of a person on a course are told again; some 4 MB of them as they are stored. */
export const MOST_SAVES = 5000;
const MOST_BYTES = 4_000_000;
/** Read and merged between two pauses: others who wait come in between. */
const AT_ONCE = 250;

/** One attempt, told again. */
export interface AttemptTimeline extends Pick<
  AttemptEntity,
  'id' | 'number' | 'versionId' | 'startedAt' | 'completedAt'
> {
  tree: ActivityTree;
  /** What is stored of it: what counts. */
  stored: Result;
  /** What its saves come to when they are merged again: what is stored, unless some are missing. */
  replayed: Result;
  /** In the order in which they came. */
  moments: Moment[];
  /** Some of its saves are not told: they are older than what is told at once, or the log no longer holds them. */
  isWhole: boolean;
}

/** What a person did on a course, save by save. Whoever shows it sees to whose it is. */
@Injectable()
export class Timelines {
  constructor(
    private readonly queries: TimelineQueries,
    private readonly versions: CourseVersions,
    private readonly sequencing: SequencingQueries,
  ) {}

  /** The attempts in the order of their numbers; none when the course was never opened. `untold`: older saves than are told. */
  async of(personId: string, courseId: string): Promise<{ attempts: AttemptTimeline[]; untold: number }> {
    const rows = await this.queries.attempts(personId, courseId);
    if (rows.length === 0) return { attempts: [], untold: 0 };
    const [versions, keys] = await Promise.all([
      this.versions.find([...new Set(rows.map(({ versionId }) => versionId))]),
      this.queries.newest(
        rows.map(({ id }) => id),
        MOST_SAVES,
        MOST_BYTES,
      ),
    ]);
    const untold = (keys[0]?.of ?? 0) - keys.length;
    const [steps, beside] = await Promise.all([this.steps(rows, versions), this.beside(rows, versions)]);
    const tellers = new Map(
      rows.map((row) => [
        row.id,
        new Teller(row, versions.get(row.versionId)!, untold === 0, steps.get(row.id), beside.get(row.id)),
      ]),
    );
    for (let at = 0; at < keys.length; at += AT_ONCE)
      for (const row of await this.queries.read(keys.slice(at, at + AT_ONCE))) tellers.get(row.attemptId)!.take(row);
    return { attempts: Array.from(tellers.values(), (teller) => teller.end()), untold };
  }

  /** What other packages had told them. */
  private async beside(
    rows: readonly AttemptRow[],
    versions: ReadonlyMap<string, TrackedVersion>,
  ): Promise<ReadonlyMap<string, BesideSteps>> {
    const ordered = rows.filter(({ versionId }) => versions.get(versionId)!.sequencing);
    return ordered.length === 0 ? new Map() : this.sequencing.beside(ordered.map(({ id }) => id));
  }

  /** Of the attempts in which the order of parts was kept: their steps, by the commits that brought them. */
  private async steps(rows: readonly AttemptRow[], versions: ReadonlyMap<string, TrackedVersion>): Promise<Steps> {
    const steps: Steps = new Map();
    const ordered = rows.filter(({ versionId }) => versions.get(versionId)!.sequencing);
    if (ordered.length === 0) return steps;
    for (const { attemptId, seq, ...move } of await this.sequencing.told(ordered.map(({ id }) => id))) {
      const of = steps.get(attemptId) ?? new Map<string, PlacedMove[]>();
      steps.set(attemptId, of);
      const key = `${move.launch}.${seq}`;
      of.set(key, [...(of.get(key) ?? []), move]);
    }
    return steps;
  }
}

/** By attempt, then by launch and number of the commit. */
type Steps = Map<string, Map<string, PlacedMove[]>>;

const partsOf = ({ sequencing }: TrackedVersion, attemptId: string, known: BesideSteps | undefined): PartsWork =>
  new PartsWork(sequencing!, beginning(sequencing!, attemptId), undefined, { shared: known?.shared });

/** Tells one attempt: its openings and saves, in the order in which they came. */
class Teller {
  private readonly replay: Replay;
  private readonly story: Story;
  private readonly isWhole: boolean;
  private readonly launches: ReadonlyMap<string, { number: number; openedAt: Date }>;
  private readonly toOpen: { at: Date; isKept: boolean }[];

  constructor(
    private readonly row: AttemptRow,
    private readonly version: TrackedVersion,
    areAllRead: boolean,
    private readonly steps: ReadonlyMap<string, readonly PlacedMove[]> | undefined,
    known: BesideSteps | undefined,
  ) {
    this.isWhole = areAllRead && row.launches.every(({ isKept }) => isKept);
    this.replay = new Replay(version, row.scorePolicy, steps && partsOf(version, row.id, known));
    this.story = new Story(this.isWhole);
    this.launches = new Map(
      row.launches.map(({ id, number, openedAt }) => [id, { number, openedAt: new Date(openedAt) }]),
    );
    this.toOpen = row.launches.map(({ openedAt, isKept }) => ({ at: new Date(openedAt), isKept }));
  }

  take({ launchId, receivedAt, final, shownMs, ...commit }: CommitRow): void {
    this.openUntil(receivedAt);
    const { number: launch, openedAt } = this.launches.get(launchId)!;
    const moves = this.steps?.get(`${launch}.${commit.seq}`);
    this.story.tell(
      this.replay.take({ ...commit, launch, openedAt, receivedAt, suspendHash: '', moves, body: { final, shownMs } }),
    );
  }

  end(): AttemptTimeline {
    this.openUntil(undefined);
    const { id, number, versionId, startedAt, completedAt, completion, success, score, progress } = this.row;
    return {
      id,
      number,
      versionId,
      startedAt,
      completedAt,
      tree: this.version.tree,
      stored: { completion, success, score: score ?? undefined, progress: progress ?? undefined },
      replayed: this.replay.result,
      moments: this.story.moments,
      isWhole: this.isWhole,
    };
  }

  private openUntil(moment: Date | undefined): void {
    const later = moment ? this.toOpen.findIndex(({ at }) => at > moment) : -1;
    for (const opening of this.toOpen.splice(0, later === -1 ? this.toOpen.length : later)) this.story.opened(opening);
  }
}
