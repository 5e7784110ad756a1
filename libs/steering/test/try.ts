import type { Severity } from '../src/rules/finding';
import type { FindingAct } from '../src/rules/finding.rules';
import type { Decision } from '../src/rules/round';

/** What people try on a course, whether they may or not; numbers point at what there is, modulo how many there are. */
export type Try =
  | { do: 'upload'; bytes: number }
  | { do: 'open'; version: number; testers: string[]; quorum: number; by: string; days: number }
  | { do: 'decide'; round: number; by: string; decision: Decision }
  | { do: 'close'; round: number }
  | { do: 'wait'; days: number }
  | { do: 'raise'; round: number; by: string; severity: Severity }
  | { do: 'deal'; finding: number; by: string; act: FindingAct['act']; severity: Severity; version: number }
  | { do: 'propose'; version: number; by: string }
  | { do: 'confirm'; by: string }
  | { do: 'publish'; version: number }
  | { do: 'withdraw' };
