import type { DispatchState } from './dispatch-state';
import { notTold, openFromThere } from './dispatch-words';
import type { Surroundings } from './keeper';
import { Partner } from './partner';
import { Still } from './still';

/** The page around us has the learning system of another council. */
export const inAPartnersSystem = (state: Pick<DispatchState, 'stillUrl' | 'pass'>): Surroundings => ({
  keeper: (events) => new Partner(events),
  still: (closed) => new Still(state, closed),
  nobody: openFromThere,
  notTold,
  patience: 5_000,
  leavesByItself: false,
});
