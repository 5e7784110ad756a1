import { isDay } from '@induct/platform';
import type { RefreshPolicy } from './publication';

/** Why a refresh policy cannot be taken as it is; undefined when it can. @param today `2026-11-22` */
export function refreshProblem({ policy, changeNote, retakeBy }: RefreshPolicy, today: string): string | undefined {
  if (policy !== 'nothing' && changeNote.trim() === '') return 'Say what has changed: members are asked to read it';
  if (policy !== 'retake') {
    return retakeBy === undefined ? undefined : 'A day to take the module again by goes only with taking it again';
  }
  if (retakeBy === undefined || !isDay(retakeBy)) return 'Say by which day members are to take the module again';
  return retakeBy < today ? 'The day to take the module again by has passed' : undefined;
}
