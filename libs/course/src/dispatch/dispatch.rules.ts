import type { Day } from '@induct/platform';
import type { DispatchEntity } from './dispatch.entity';

/** Where a dispatch stands: `withdrawn`: members do not get the module any more either. */
export type DispatchState = 'open' | 'revoked' | 'withdrawn' | 'over' | 'full';

export interface Standing extends Pick<DispatchEntity, 'revokedAt' | 'endsOn' | 'mostLaunches' | 'launches'> {
  /** Whether members get any version of the module. */
  isPublished: boolean;
}

/** What an officer decided comes before what merely ran out. @param today in London */
export function stateOf(
  { revokedAt, isPublished, endsOn, mostLaunches, launches }: Standing,
  today: Day,
): DispatchState {
  if (revokedAt !== null) return 'revoked';
  if (!isPublished) return 'withdrawn';
  if (endsOn < today) return 'over';
  return mostLaunches !== null && launches >= mostLaunches ? 'full' : 'open';
}

/** Whoever has opened it in time may go on until their pass ends, unless somebody has put an end to it. */
export const mayGoOn = (state: DispatchState): boolean => state !== 'revoked' && state !== 'withdrawn';
