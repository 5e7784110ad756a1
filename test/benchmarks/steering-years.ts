import type { DataSource } from 'typeorm';
import { GivenCouncil } from '../support/given-council';
import { GivenTesting } from '../support/given-testing';

const COURSES = 12;
const VERSIONS = 5;
export const TESTERS = 10;
const FINDINGS = 200;
const FINDINGS_ELSEWHERE = 20;
const SEVERITIES = ['should_fix', 'suggestion', 'should_fix', 'blocking'] as const;
const DAY = 86_400_000;

/**
 * What a steering group has done in some years: 60 rounds of ten testers on twelve modules, twelve of them open, 20
 * findings in each and 200 in the newest, every second one settled.
 * @returns who visits, and the round with 200 findings
 */
export async function steeringYears(
  source: DataSource,
): Promise<{ officerId: string; testerIds: string[]; roundId: string }> {
  const council = new GivenCouncil(source);
  const testing = new GivenTesting(source);
  const officerId = await council.aPerson({ name: 'Olive Officer', roles: ['officer'] });
  const testerIds: string[] = [];
  for (let tester = 1; tester <= TESTERS; tester++)
    testerIds.push(await council.aPerson({ name: `Tess Tester ${tester}`, roles: ['member', 'tester'] }));
  let roundId = '';
  const now = Date.now();
  for (let course = 1; course <= COURSES; course++) {
    const { courseId, versionId: first } = await testing.aCourse(`Module ${course}`, `module-${course}`);
    for (let version = 1; version <= VERSIONS; version++) {
      const versionId = version === 1 ? first : await testing.aVersion(courseId);
      const newest = version === VERSIONS;
      const openedAt = new Date(now - (VERSIONS - version) * 30 * DAY - course * DAY);
      const deadline = new Date(newest ? now + course * DAY : openedAt.getTime() + 20 * DAY);
      roundId = await testing.aRound({
        courseId,
        versionId,
        openedBy: officerId,
        testers: testerIds,
        quorum: 3,
        openedAt,
        deadline,
      });
      for (const tester of testerIds.slice(2)) await testing.aPreview(roundId, tester, 1800);
      for (const tester of testerIds.slice(newest ? 8 : 6)) await testing.aSignOff(roundId, tester, 'signed_off');
      await testing.aSignOff(roundId, testerIds[5]!, 'refused', 'Question 3 is not fair: two answers are right');
      const count = newest && course === COURSES ? FINDINGS : FINDINGS_ELSEWHERE;
      for (let nth = 0; nth < count; nth++) {
        const settled = nth % 2 === 0;
        const severity = SEVERITIES[nth % SEVERITIES.length];
        const findingId = await testing.aFinding({
          courseId,
          versionId,
          roundId,
          authorId: testerIds[nth % TESTERS]!,
          severity,
          text: `On page ${nth} the date of the code is that of the old one, and the second paragraph says the opposite of the first.`,
          at: new Date(openedAt.getTime() + DAY + nth * 60_000),
          ...(settled ? { state: 'will_not_fix' as const, reason: 'It is meant like this', settledBy: officerId } : {}),
        });
        if (nth % 3 === 0) await testing.aComment(findingId, officerId, 'Thank you, we look at it.');
      }
      if (!newest) await testing.closed(roundId, 'quorum', 'retired', deadline);
    }
  }
  return { officerId, testerIds, roundId };
}
