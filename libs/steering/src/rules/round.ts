import type { SignOffEntity } from './sign-off.entity';
import type { TestRoundEntity } from './test-round.entity';

export * from './checklist';

/** A test round: the columns, without the class, so that a changed copy can be made of one. */
export type Round = Pick<TestRoundEntity, keyof TestRoundEntity>;
export type RoundState = Round['state'];
export type ClosedWhy = NonNullable<Round['closedWhy']>;

/** What a tester says of the version now. */
export type SignOff = SignOffEntity;
export type Decision = SignOff['decision'];
