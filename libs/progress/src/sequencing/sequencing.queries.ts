import { Injectable } from '@nestjs/common';
import { binaryArray } from '../wire/binary-array';
import { RunTimePool } from '../wire/run-time-pool';
import type { Shared } from '@induct/scorm';
import type { LeftReport, PlacedMove, Standing } from './course-of-parts';
import type { SequencingMoveEntity } from './sequencing-move.entity';
import type { SequencingEntity } from './sequencing.entity';

interface StandingRow extends Pick<SequencingEntity, 'attemptId' | 'launch' | 'number' | 'open' | 'differs'> {
  /** Null before the first step. */
  state: SequencingEntity['state'] | null;
  /** By the number of the launch. */
  shared: Record<string, Shared> | null;
  left: LeftReport[] | null;
}

/** Where the parts of an attempt stand, and what is known beside its steps. */
export interface KnownParts {
  /** Undefined before the first step. */
  standing: Standing | undefined;
  shared: ReadonlyMap<number, Shared>;
  /** In the order of their numbers. */
  left: readonly LeftReport[];
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

  /** All steps of an attempt that are known. */
  moves(attemptId: string): Promise<PlacedMove[]> {
    return this.told([attemptId]);
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
const STANDING = `
  select asked.id as "attemptId", s.state, s.launch, s.number, s.open, s.differs,
    (select json_object_agg(launch, shared) from sequencing_shared where attempt_id = asked.id) as shared,
    (select json_agg(json_build_object('launch', launch, 'run', run, 'seq', seq, 'report', report) order by launch, run, seq)
       from sequencing_left where attempt_id = asked.id) as "left"
  from unnest($1::uuid[]) as asked (id) left join sequencing s on s.attempt_id = asked.id`;

function partsOf({ state, launch, number, open, differs, shared, left }: StandingRow): KnownParts {
  return {
    standing: state ? { state, launch, number, open: open ?? undefined, differs } : undefined,
    shared: new Map(Object.entries(shared ?? {}).map(([of, one]) => [Number(of), one])),
    left: left ?? [],
  };
}

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
