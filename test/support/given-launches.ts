import { NestFactory } from '@nestjs/core';
import { openDatabase, PlatformModule } from '@induct/platform';
import { Launching, ProgressModule } from '@induct/progress';
import { Module } from '@nestjs/common';
import { testConfig } from './config';
import { aCourse, aMember, aTree } from './given-learning';
import { allTables } from './tables';

export interface OpenLaunch {
  token: string;
  launchId: string;
  attemptId: string;
  registrationId: string;
  personId: string;
}

@Module({})
class LaunchesModule {}

/** Opens one course for as many members, through the real `Launching`. */
export async function givenLaunches(databaseUrl: string, members: number): Promise<OpenLaunch[]> {
  const source = await openDatabase(databaseUrl, allTables);
  const platform = PlatformModule.with(testConfig(databaseUrl), source);
  const app = await NestFactory.createApplicationContext(
    { module: LaunchesModule, imports: [platform, ProgressModule] },
    { logger: ['error'] },
  );
  const { courseId } = await aCourse(source, aTree({ one: {} }));
  const launches: OpenLaunch[] = [];
  for (let member = 0; member < members; member++) {
    const personId = await aMember(source, `Member ${member + 1}`);
    const { token, launchId } = await app.get(Launching).open({ personId, courseId });
    const [ids] = await source.query<{ attemptId: string; registrationId: string }[]>(
      `select attempt.id as "attemptId", registration_id as "registrationId"
       from launch join attempt on attempt.id = attempt_id where launch.id = $1`,
      [launchId],
    );
    launches.push({ token, launchId, personId, ...ids! });
  }
  await source.query('analyze');
  await app.close();
  await source.destroy();
  return launches;
}
