import { ViewColumn, ViewEntity } from 'typeorm';

/** Somebody who was asked to test in a round. */
@ViewEntity({ name: 'round_tester', synchronize: false })
export class RoundTester {
  @ViewColumn()
  roundId: string;

  @ViewColumn()
  personId: string;
}
