import { type ArgumentsHost, Logger, type LoggerService } from '@nestjs/common';
import { TooManyAtOnce } from '../at-once';
import { ErrorFilter } from './error.filter';
import { Seldom } from './seldom';

const lines: string[] = [];
const say = (line: unknown) => void lines.push(String(line));
const logger: LoggerService = { log: say, warn: say, error: say };

beforeAll(() => Logger.overrideLogger(logger));
afterAll(() => Logger.overrideLogger(true));
beforeEach(() => void lines.splice(0));

const answers: number[] = [];
const reply = {
  sent: false,
  status: (code: number) => (answers.push(code), reply),
  header: () => reply,
  type: () => reply,
  send: () => reply,
};
const host = {
  switchToHttp: () => ({ getResponse: () => reply, getRequest: () => ({ headers: { accept: 'application/json' } }) }),
} as unknown as ArgumentsHost;

describe('the log of what failed', () => {
  it('is not filled by a flood of what we refuse, and every refusal is answered', async () => {
    const filter = new ErrorFilter();
    for (let time = 0; time < 400; time++) await filter.catch(new TooManyAtOnce(), host);
    expect(answers).toEqual(Array.from({ length: 400 }, () => 503));
    expect(lines).toHaveLength(1);
    expect(lines[0]).not.toContain('\n');
  });

  it('holds every error that nobody expected', async () => {
    const filter = new ErrorFilter();
    for (let time = 0; time < 3; time++) await filter.catch(new Error('Unheard of'), host);
    expect(lines).toHaveLength(3);
  });

  it('says how often it was, once in a while', () => {
    const seldom = new Seldom(1000);
    const said = [0, 10, 999, 1000, 1001, 5000].map((now) => seldom.happened('a', now));
    expect(said).toEqual([1, undefined, undefined, 3, undefined, 2]);
    expect(seldom.happened('b', 5001)).toBe(1);
  });
});
