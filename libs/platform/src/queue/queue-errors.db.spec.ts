import { getQueueToken } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import type { Queue } from 'bullmq';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { QueueModule } from './queue.module';
import { QUEUES } from './queues';

describe('a queue that loses its connection', () => {
  let database: TestDatabase;
  let module: TestingModule;
  beforeAll(async () => {
    database = await cloneDatabase();
    module = await Test.createTestingModule({ imports: [QueueModule.forUrl(database.url)] }).compile();
    await module.init();
  });
  afterAll(async () => {
    await module?.close();
    await database?.drop();
  });

  it.each(Object.values(QUEUES))('says so in a line: %s', (name) => {
    const printed = jest.spyOn(console, 'error').mockImplementation();
    const said = jest.spyOn(Logger.prototype, 'warn').mockImplementation();
    const queue = module.get<Queue>(getQueueToken(name), { strict: false });
    queue.emit('error', new Error('terminating connection due to administrator command'));
    expect(printed).not.toHaveBeenCalled();
    expect(said).toHaveBeenCalledWith(`queue ${name}: terminating connection due to administrator command`);
    jest.restoreAllMocks();
  });
});
