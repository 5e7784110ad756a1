import { ChangingCouncil } from '../../../test/support/changing-council';

/** One council for all tests of a file, of nobody before each. Its services are there once a test has begun: `council.people`. */
export function inAChangingCouncil(): ChangingCouncil {
  const council = new ChangingCouncil();
  beforeAll(council.open);
  afterAll(council.close);
  beforeEach(council.empty);
  return council;
}
