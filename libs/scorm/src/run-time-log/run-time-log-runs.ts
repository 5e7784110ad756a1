import type { RunTimeCall } from './run-time-log-call';

/** The eight calls under one set of names for both standards, and the player's own mark. */
export type CallName =
  | 'opened'
  | 'Initialize'
  | 'Finish'
  | 'GetValue'
  | 'SetValue'
  | 'Commit'
  | 'GetLastError'
  | 'GetErrorString'
  | 'GetDiagnostic';

export interface NamedCall extends RunTimeCall {
  name: CallName;
  /** Where the session stood when it was called. */
  phase: 'before' | 'open' | 'over';
}

/** One opening of one part, in order. */
export interface LoggedRun {
  sco: string;
  calls: NamedCall[];
  /** Another part, or the same one again, was opened later: nothing more can come. */
  isOver: boolean;
  /** The log saw it being opened, so what is missing did not happen. */
  isWhole: boolean;
  /** It has no run-time calls of its own. */
  isAsset: boolean;
}

export function runsOf(calls: readonly RunTimeCall[]): LoggedRun[] {
  const runs: LoggedRun[] = [];
  for (const call of calls) {
    const name = nameOf(call.call);
    const last = runs.at(-1);
    if (name === 'opened' || last?.sco !== call.sco) {
      if (last) last.isOver = true;
      runs.push({
        sco: call.sco,
        calls: [],
        isOver: false,
        isWhole: name === 'opened',
        isAsset: call.element === 'asset',
      });
    }
    if (name !== 'opened') runs.at(-1)!.calls.push({ ...call, name, phase: 'before' });
  }
  for (const run of runs) setPhases(run);
  return runs;
}

/** A log that begins in the middle of a session: its first calls succeed, so the session was open. */
function setPhases(run: LoggedRun): void {
  const first = run.calls.find(({ name }) => name === 'Initialize' || name === 'SetValue' || name === 'GetValue');
  let phase: NamedCall['phase'] =
    !run.isWhole && first?.name !== 'Initialize' && first?.error === '' ? 'open' : 'before';
  for (const call of run.calls) {
    call.phase = phase;
    if (call.name === 'Initialize' && call.answer === 'true') phase = 'open';
    if (call.name === 'Finish' && call.answer === 'true') phase = 'over';
  }
}

function nameOf(call: string): CallName {
  const name = call.replace(/^LMS/, '');
  return (name === 'Terminate' ? 'Finish' : name) as CallName;
}
