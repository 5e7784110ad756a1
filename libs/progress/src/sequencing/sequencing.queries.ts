import { Injectable } from '@nestjs/common';
import { binaryArray } from '../wire/binary-array';
import { RunTimePool } from '../wire/run-time-pool';
import type { Shared } from '@induct/scorm';
import {
  type BesideSteps,
  type KnownCourse,
  keyOfRun,
  type LeftReport,
  type PlacedMove,
  type Position,
} from './course-of-parts';
import type { SequencingMoveEntity } from './sequencing-move.entity';
import type { SequencingEntity } from './sequencing.entity';

interface BesideRow extends Pick<SequencingEntity, 'attemptId'> {
  /** By the number of the launch. */
  shared: Record<string, Shared> | null;
  left: LeftReport[] | null;
}

interface StandingRow extends BesideRow, Pick<SequencingEntity, 'launch' | 'number' | 'open' | 'differs'> {
  /** Null before the first step. */
  state: SequencingEntity['state'] | null;
}

/** Where the parts of an attempt stand, and what is known beside its steps: of the launch of the last of them, and of later ones. */
export interface KnownParts extends BesideSteps {
  /** Undefined before the first step. */
  standing: Position | undefined;
}
type MoveRow = Pick<
  SequencingMoveEntity,
  'attemptId' | 'seq' | 'launch' | 'number' | 'at' | 'request' | 'target' | 'run' | 'report' | 'opened' | 'openedRun'
>;

/** What recording a batch asks about attempts whose parts have an order. */
@Injectable()
export class SequencingQueries {
  constructor(private readonly pool: RunTimePool) {}

  /** Of these attempts, all of them. */
  async of(attemptIds: readonly string[]): Promise<ReadonlyMap<string, KnownParts>> {
    const rows = await this.pool.query<StandingRow>('sequencing-of', STANDING, [binaryArray('uuid', attemptIds)]);
    return new Map(rows.map((row) => [row.attemptId, partsOf(row)]));
  }

  /** All that is known of an attempt, of every launch. */
  async whole(attemptId: string): Promise<KnownCourse> {
    const [moves, beside] = await Promise.all([this.told([attemptId]), this.beside([attemptId])]);
    return { moves, ...beside.get(attemptId)! };
  }

  /** What is known beside the steps of these attempts, of every launch. */
  async beside(attemptIds: readonly string[]): Promise<ReadonlyMap<string, BesideSteps>> {
    const rows = await this.pool.query<BesideRow>('sequencing-beside', BESIDE, [binaryArray('uuid', attemptIds)]);
    return new Map(rows.map((row) => [row.attemptId, besideOf(row)]));
  }

  /** All steps of these attempts, each with the commit that brought it. */
  async told(attemptIds: readonly string[]): Promise<(PlacedMove & Pick<MoveRow, 'attemptId' | 'seq'>)[]> {
    const rows = await this.pool.query<MoveRow>(
      'sequencing-moves',
      `select attempt_id as "attemptId", seq, launch, number, at, request, target, run, report, opened,
              opened_run as "openedRun"
         from sequencing_move where attempt_id = any($1::uuid[])`,
      [binaryArray('uuid', attemptIds)],
    );
    return rows.map((row) => ({ attemptId: row.attemptId, seq: row.seq, ...moveOf(row) }));
  }
}

// JSON is put together and never taken apart by PostgreSQL: its operators stop at an escaped NUL.
/** @param from the first launch that is asked about. Of each run the newest, found by the primary key */
const beside = (from: string): string => `
    (select json_object_agg(launch, shared) from sequencing_shared
      where attempt_id = asked.id and launch >= ${from}) as shared,
    (select json_agg(json_build_object('launch', launch, 'run', run, 'seq', seq, 'report', report))
      from (
        select distinct on (launch, run) launch, run, seq, report from sequencing_left
        where attempt_id = asked.id and launch >= ${from}
        order by launch desc, run desc, seq desc
      ) newest) as "left"`;

const STANDING = `
  select asked.id as "attemptId", s.state, s.launch, s.number, s.open, s.differs, ${beside('coalesce(s.launch, 0)')}
  from unnest($1::uuid[]) as asked (id) left join sequencing s on s.attempt_id = asked.id`;

const BESIDE = `
  select asked.id as "attemptId", ${beside('0')}
  from unnest($1::uuid[]) as asked (id)`;

function partsOf({ state, launch, number, open, differs, ...known }: StandingRow): KnownParts {
  return {
    standing: state ? { state, launch, number, open: open ?? undefined, differs } : undefined,
    ...besideOf(known),
  };
}

const besideOf = ({ shared, left }: Pick<BesideRow, 'shared' | 'left'>): BesideSteps => ({
  shared: new Map(Object.entries(shared ?? {}).map(([of, one]) => [Number(of), one])),
  left: new Map((left ?? []).map((one) => [keyOfRun(one), one])),
});

function moveOf({ launch, number, at, request, target, run, report, opened, openedRun }: MoveRow): PlacedMove {
  return {
    launch,
    number,
    at: at.getTime(),
    request: (target === null ? { kind: request } : { kind: request, target }) as PlacedMove['request'],
    ...(run !== null && { run }),
    ...(report !== null && { report }),
    ...(opened !== null && openedRun !== null && { opened: { activity: opened, run: openedRun } }),
  };
}
