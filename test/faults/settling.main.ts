import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { ObligationsModule } from '@induct/accreditation';
import { AskingModule } from '@induct/letters';
import { type Clock, openDatabase, PlatformModule, QueueModule, quietLogger, readConfig } from '@induct/platform';
import { allTables } from '../support/tables';

@Module({})
class SettlingModule {}

/** The part of the worker that settles what is asked of people, on the day that SETTLING_AT says: it is killed, and begins again. */
async function main(): Promise<void> {
  const config = readConfig({ ...process.env, NODE_ENV: 'test', LOG_LEVEL: 'fatal' });
  const ahead = Date.parse(process.env.SETTLING_AT!) - Date.now();
  const clock: Clock = { now: () => new Date(Date.now() + ahead) };
  const source = await openDatabase(config.DATABASE_URL, allTables);
  const imports = [
    PlatformModule.with(config, source, { clock }),
    QueueModule.forUrl(config.DATABASE_URL),
    ObligationsModule,
    AskingModule,
  ];
  const app = await NestFactory.createApplicationContext(
    { module: SettlingModule, imports },
    { logger: quietLogger(config) },
  );
  process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
  process.send?.('begun');
}

void main();
