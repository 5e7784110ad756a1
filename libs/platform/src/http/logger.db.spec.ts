import { Writable } from 'node:stream';
import Fastify from 'fastify';
import { QueryFailedError } from 'typeorm';
import { cloneDatabase, type TestDatabase } from '../../../../test/support/database';
import { loggerOptions, PinoLogger } from './logger';

describe('the log', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await cloneDatabase();
  });
  afterAll(() => database.drop());

  async function logged(error: unknown): Promise<string> {
    let lines = '';
    const stream = new Writable({
      write(chunk: Buffer, _encoding, done) {
        lines += chunk.toString();
        done();
      },
    });
    const options = loggerOptions({ LOG_LEVEL: 'info' }) as object;
    const fastify = Fastify({ logger: { ...options, stream } });
    new PinoLogger(fastify.log).error(error, 'ErrorFilter');
    await fastify.close();
    return lines;
  }

  it.each([
    [
      'a query that fails',
      'insert into person (id, name, email) values ($1, $2, $3)',
      ['x', 'Ann Baker', 'ann@home.example'],
    ],
    ['a value that does not fit', 'select $1::uuid', ['ann@home.example']],
  ])('names nobody in %s', async (_, sql, values) => {
    const error = await database.source.query(sql, values).catch((failure: unknown) => failure);
    expect(error).toBeInstanceOf(QueryFailedError);
    const lines = await logged(error);
    expect(lines).toContain('QueryFailedError');
    expect(lines).toMatch(/"code":"22P02"/);
    expect(lines).not.toMatch(/Ann Baker|home\.example/);
  });

  it('says what went wrong, and where', async () => {
    const lines = await logged(new Error('the disk is full'));
    expect(lines).toContain('the disk is full');
    expect(lines).toMatch(/"stack":"Error: the disk is full\\n {4}at /);
  });
});
