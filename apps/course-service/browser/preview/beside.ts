import type { Place } from './place';

/** What the panel needs of the player. */
export interface Beside {
  /** Of this preview: stored in the browser, unlike its address. */
  id: string;
  /** Address of this preview. */
  address: string;
  place: () => Place;
  words: (place: Place) => string;
  /** The page of a finding on the site. */
  threadOf: (findingId: string) => string;
  /** Waits until the server knows the place and the calls. */
  beforeRecording: () => Promise<boolean>;
  /** @returns what went wrong */
  move: (to: { findingId?: string }) => Promise<string | undefined>;
}
