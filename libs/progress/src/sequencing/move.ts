import type { ActivityReport, NavigationRequest } from '@induct/scorm';
import { isMoment, isReport } from './report';

/** One step through a module whose parts have an order, as the player carried it out. */
export interface Move {
  /** Rises within the launch. */
  number: number;
  /** By the browser's clock, in milliseconds since 1970: what was worked out there is worked out with it here. */
  at: number;
  request: NavigationRequest;
  /** The run that was open when it was asked, and what it had reported: that goes before the step. */
  run?: number;
  report?: ActivityReport;
  /** What the player opened, and as which run of the launch; absent when it opened nothing. */
  opened?: { activity: string; run: number };
}

const KINDS: readonly string[] =
  'start resumeAll continue previous exit exitAll abandon abandonAll suspendAll choice jump'.split(' ');
const INT4 = 2 ** 31 - 1;
/** More steps than anybody takes before one commit arrives. */
const MOST = 1000;
/** Of a part's identifier: commit-body.ts has the same. */
const LONGEST = 1024;

/** Whether this is what a player sends of its steps. */
export function areMoves(value: unknown): value is Move[] {
  return Array.isArray(value) && value.length <= MOST && value.every(isMove);
}

function isMove(value: unknown): value is Move {
  if (typeof value !== 'object' || value === null) return false;
  const { number, at, request, run, report, opened } = value as Record<string, unknown>;
  return (
    isCount(number) &&
    isMoment(at) &&
    isRequest(request) &&
    (run === undefined ? report === undefined : isCount(run) && isReport(report)) &&
    (opened === undefined || isOpened(opened))
  );
}

function isRequest(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, target } = value as Record<string, unknown>;
  if (typeof kind !== 'string' || !KINDS.includes(kind)) return false;
  return kind === 'choice' || kind === 'jump' ? isName(target) : target === undefined;
}

function isOpened(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { activity, run } = value as Record<string, unknown>;
  return isName(activity) && isCount(run);
}

const isName = (value: unknown): boolean =>
  typeof value === 'string' && value.length >= 1 && value.length <= LONGEST && !value.includes('\0');

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= INT4;
