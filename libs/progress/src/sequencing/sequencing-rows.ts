import { RowSet } from '../wire/row-set';
import type { LateReport } from './course-of-parts';
import type { NewMove, PartsWork } from './parts-work';

interface Of {
  registrationId: string;
  attemptId: string;
}
export type SequencingRow = Of & { parts: PartsWork };
type MoveRow = Of & { move: NewMove };
type LateRow = Of & { late: LateReport };

const sequencingRows = new RowSet<SequencingRow>('written_sequencing', {
  registration_id: ['uuid', ({ registrationId }) => registrationId],
  attempt_id: ['uuid', ({ attemptId }) => attemptId],
  state: ['json', ({ parts }) => JSON.stringify(parts.standing.state)],
  launch: ['int4', ({ parts }) => parts.standing.launch],
  number: ['int4', ({ parts }) => parts.standing.number],
  open: ['json', ({ parts }) => parts.standing.open && JSON.stringify(parts.standing.open)],
  differs: ['bool', ({ parts }) => parts.standing.differs],
});

const moveRows = new RowSet<MoveRow>('written_move', {
  registration_id: ['uuid', ({ registrationId }) => registrationId],
  attempt_id: ['uuid', ({ attemptId }) => attemptId],
  launch: ['int4', ({ move }) => move.launch],
  number: ['int4', ({ move }) => move.number],
  at: ['timestamptz', ({ move }) => new Date(move.at)],
  request: ['text', ({ move }) => move.request.kind],
  target: ['text', ({ move: { request } }) => ('target' in request ? request.target : null)],
  run: ['int4', ({ move }) => move.run],
  report: ['json', ({ move }) => move.report && JSON.stringify(move.report)],
  opened: ['text', ({ move }) => move.opened?.activity],
  opened_run: ['int4', ({ move }) => move.opened?.run],
  differs: ['bool', ({ move }) => move.differs],
  seq: ['int4', ({ move }) => move.seq],
  received_at: ['timestamptz', ({ move }) => move.receivedAt],
});

const lateRows = new RowSet<LateRow>('written_late_report', {
  registration_id: ['uuid', ({ registrationId }) => registrationId],
  attempt_id: ['uuid', ({ attemptId }) => attemptId],
  launch: ['int4', ({ late }) => late.launch],
  run: ['int4', ({ late }) => late.run],
  seq: ['int4', ({ late }) => late.seq],
  report: ['json', ({ late }) => JSON.stringify(late.report)],
});

/** Composite types of the database, in the order of the parameters. */
export const SEQUENCING_TYPES = [sequencingRows, moveRows, lateRows].map(({ type }) => type);

/** The parameters of what a batch writes of sequencing. @param oids of SEQUENCING_TYPES */
export function sequencingParameters(rows: readonly SequencingRow[], oids: readonly number[]): Buffer[] {
  const [sequencing, move, lateReport] = oids as [number, number, number];
  const moves = rows.flatMap(({ parts, ...of }) => parts.newMoves.map((one) => ({ ...of, move: one })));
  const late = rows.flatMap(({ parts, ...of }) => parts.newLate.map((one) => ({ ...of, late: one })));
  return [
    sequencingRows.parameter(sequencing, rows),
    moveRows.parameter(move, moves),
    lateRows.parameter(lateReport, late),
  ];
}

/**
 * What is written beside the commits, for the registrations that are.
 * @param first number of its first parameter
 */
export const writesOfSequencing = (first: number): string => `
  ordered as (
    insert into sequencing (attempt_id, state, launch, number, open, differs)
    select s.attempt_id, s.state, s.launch, s.number, s.open, s.differs
    from unnest($${first}::written_sequencing[]) s join locked on locked.id = s.registration_id
    on conflict (attempt_id) do update set state = excluded.state, launch = excluded.launch, number = excluded.number,
      open = excluded.open, differs = excluded.differs
  ),
  moved as (
    insert into sequencing_move (attempt_id, launch, number, at, request, target, run, report, opened, opened_run, differs, seq,
      received_at)
    select m.attempt_id, m.launch, m.number, m.at, m.request, m.target, m.run, m.report, m.opened, m.opened_run, m.differs, m.seq,
      m.received_at
    from unnest($${first + 1}::written_move[]) m join locked on locked.id = m.registration_id
  ),
  reported_late as (
    insert into sequencing_late (attempt_id, launch, run, seq, report)
    select r.attempt_id, r.launch, r.run, r.seq, r.report
    from unnest($${first + 2}::written_late_report[]) r join locked on locked.id = r.registration_id
  ),`;
