import { SteeringGroup } from '../../../test/support/steering-group';

export const DAY = 86_400_000;

/** Of an officer and three testers, who are members too. */
export async function oliveAndHerTesters() {
  const group = await SteeringGroup.gather();
  const tester = (name: string) => group.aPerson(name, 'member', 'tester');
  return {
    group,
    olive: await group.aPerson('Olive Officer', 'officer'),
    ada: await tester('Ada Fenwick'),
    ben: await tester('Ben Prosser'),
    cat: await tester('Catrin Osei'),
  };
}

/** What Olive fills in: a round of a week that asks for two sign-offs. */
export const aRoundOfAWeek = (group: SteeringGroup, versionId: string, testers: string[], given: object = {}) => ({
  versionId,
  testers,
  quorum: 2,
  deadline: new Date(group.clock.now().getTime() + 7 * DAY),
  focus: 'The new part on gifts',
  ...given,
});
