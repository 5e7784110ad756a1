import { Injectable } from '@nestjs/common';
import { binaryArray } from '../wire/binary-array';
import { RunTimePool } from '../wire/run-time-pool';
import type { PlacedMove } from './course-of-parts';
import type { SequencingMoveEntity } from './sequencing-move.entity';
import type { SequencingEntity } from './sequencing.entity';

type StandingRow = Pick<SequencingEntity, 'attemptId' | 'state' | 'launch' | 'number' | 'open' | 'differs'>;
type MoveRow = Pick<
  SequencingMoveEntity,
  'attemptId' | 'seq' | 'launch' | 'number' | 'at' | 'request' | 'target' | 'run' | 'report' | 'opened' | 'openedRun'
>;

/** What recording a batch asks about attempts whose parts have an order. */
@Injectable()
export class SequencingQueries {
  constructor(private readonly pool: RunTimePool) {}

  /** Of these attempts; those that began without an order are missing. */
  of(attemptIds: readonly string[]): Promise<StandingRow[]> {
    return this.pool.query<StandingRow>(
      'sequencing-of',
      `select attempt_id as "attemptId", state, launch, number, open, differs
         from sequencing where attempt_id = any($1::uuid[])`,
      [binaryArray('uuid', attemptIds)],
    );
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
