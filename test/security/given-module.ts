import { FileStore } from '@induct/platform';
import { Launching } from '@induct/progress';
import { Previews } from '@induct/steering';
import { aCourse, aMember, aTree } from '../support/given-learning';
import { anOpenRound, aPersonWho, aVersionUnderTest } from '../support/given-round';
import type { TwoOrigins } from './two-origins';

/** A module with a file, a launch of it, and a preview. @returns the tokens of both, and the address of the file */
export async function aModule(origins: TwoOrigins): Promise<Record<'launch' | 'preview' | 'file', string>> {
  const { source } = origins.database;
  const { content } = origins.apps;
  const { courseId, versionId } = await aCourse(source, aTree({ one: { href: 'one.html' } }));
  const [{ key }] = await source.query<[{ key: string }]>('select key from course_version where id = $1', [versionId]);
  const page = Buffer.from('<p>Hello</p>');
  const sha256 = await content.get(FileStore).put(page);
  await source.query('insert into package_file values ($1, $2, $3, $4, $5, null)', [
    versionId,
    'one.html',
    Buffer.from(sha256, 'hex'),
    page.length,
    'text/html',
  ]);
  const file = `/content/${key}/one.html`;
  const member = await aMember(source);
  const launch = (await content.get(Launching).open({ personId: member, courseId })).token;
  const by = await aPersonWho(source, 'tester');
  const { versionId: tested } = await aVersionUnderTest(source, versionId);
  const roundId = await anOpenRound(source, { versionId: tested, testers: [by], at: origins.clock.now() });
  const preview = (await content.get(Previews).open({ versionId: tested, roundId, by })).token;
  return { launch, preview, file };
}
