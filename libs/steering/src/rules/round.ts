import type { SignOffEntity } from './sign-off.entity';
import type { TestRoundEntity } from './test-round.entity';

export * from './checklist';

/** A test round. */
export type Round = TestRoundEntity;
export type RoundState = Round['state'];
export type ClosedWhy = NonNullable<Round['closedWhy']>;

/** What a tester says of the version now. */
export type SignOff = SignOffEntity;
export type Decision = SignOff['decision'];
