import type { DataSource } from 'typeorm';
import { aTree } from '../../../../test/support/given-learning';
import { CourseVersions } from './course-versions';

/** A database that has every version, and counts how many it was asked for. */
function everyVersion() {
  const asked: string[] = [];
  const query = async (_sql: string, [ids]: [string[]]) => {
    asked.push(...ids);
    return ids.map((id) => ({ id, manifest: aTree({ [id]: {} }) }));
  };
  return { versions: new CourseVersions({ query } as unknown as DataSource), asked };
}

const ids = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => `v${from + at}`);

describe('the course versions in memory', () => {
  it('are read once, however often they are asked for', async () => {
    const { versions, asked } = everyVersion();
    for (let time = 0; time < 3; time++) expect([...(await versions.find(['v1', 'v2'])).keys()]).toEqual(['v1', 'v2']);
    expect(asked).toEqual(['v1', 'v2']);
  });

  it('are all in the answer, however many are asked for at once and whatever has to make room', async () => {
    const { versions } = everyVersion();
    await versions.find(ids(0, 150));
    const found = await versions.find(ids(100, 400));
    expect([...found.keys()].toSorted()).toEqual(ids(100, 400).toSorted());
  });

  it('make room for others when they were not used for long', async () => {
    const { versions, asked } = everyVersion();
    await versions.find(ids(0, 200));
    await versions.find(['v0']);
    await versions.find(['v200']);
    asked.splice(0);
    await versions.find(['v0', 'v1']);
    expect(asked).toEqual(['v1']);
  });
});
