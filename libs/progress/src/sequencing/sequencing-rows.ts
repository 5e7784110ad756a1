import { RowSet } from '../wire/row-set';
import type { LeftReport } from './course-of-parts';
import type { NewMove, PartsWork } from './parts-work';

interface Of {
  registrationId: string;
  attemptId: string;
}
export type SequencingRow = Of & { parts: PartsWork };
type MoveRow = Of & { move: NewMove };
type LeftRow = Of & { left: LeftReport };

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

const leftRows = new RowSet<LeftRow>('written_left_report', {
  registration_id: ['uuid', ({ registrationId }) => registrationId],
  attempt_id: ['uuid', ({ attemptId }) => attemptId],
  launch: ['int4', ({ left }) => left.launch],
  run: ['int4', ({ left }) => left.run],
  seq: ['int4', ({ left }) => left.seq],
  report: ['json', ({ left }) => JSON.stringify(left.report)],
});

/** Composite types of the database, in the order of the parameters. */
export const SEQUENCING_TYPES = [sequencingRows, moveRows, leftRows].map(({ type }) => type);

/** The parameters of what a batch writes of sequencing. @param oids of SEQUENCING_TYPES */
export function sequencingParameters(rows: readonly SequencingRow[], oids: readonly number[]): Buffer[] {
  const [sequencing, move, leftReport] = oids as [number, number, number];
  const moves = rows.flatMap(({ parts, ...of }) => parts.newMoves.map((one) => ({ ...of, move: one })));
  const left = rows.flatMap(({ parts, ...of }) => parts.newLeft.map((one) => ({ ...of, left: one })));
  return [
    sequencingRows.parameter(sequencing, rows),
    moveRows.parameter(move, moves),
    leftRows.parameter(leftReport, left),
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
  reported_left as (
    insert into sequencing_left (attempt_id, launch, run, seq, report)
    select r.attempt_id, r.launch, r.run, r.seq, r.report
    from unnest($${first + 2}::written_left_report[]) r join locked on locked.id = r.registration_id
  ),`;
