import { Agent, get } from 'node:http';
import { type Figure, percentiles, round } from './figure';

const WARM_UP = 30;

/** A browser that keeps its one connection. */
export class Visitor {
  private readonly agent = new Agent({ keepAlive: true, maxSockets: 1 });

  /** One round trip, read to its last byte. */
  async visit(port: number, signIn: string, path: string): Promise<number> {
    return (await this.page(port, signIn, path)).length;
  }

  page(port: number, signIn: string, path: string): Promise<Buffer> {
    const headers = { accept: 'text/html', cookie: `induct=${signIn}` };
    return new Promise((done, fail) => {
      get({ agent: this.agent, host: '127.0.0.1', port, path, headers }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on('data', (chunk: Buffer) => chunks.push(chunk));
        answer.on('error', fail);
        answer.on('end', () => {
          if (answer.statusCode === 200) done(Buffer.concat(chunks));
          else fail(new Error(`${path} answered ${answer.statusCode}`));
        });
      }).on('error', fail);
    });
  }

  leave(): void {
    this.agent.destroy();
  }
}

/** @returns milliseconds of each call, after some that do not count */
export async function timed(times: number, call: (nth: number) => Promise<number>): Promise<number[]> {
  for (let nth = 0; nth < WARM_UP; nth += 1) await call(nth);
  const all: number[] = [];
  for (let nth = 0; nth < times; nth += 1) {
    const started = performance.now();
    await call(nth);
    all.push(performance.now() - started);
  }
  return all;
}

/** @param floor seconds @param goal milliseconds at the 95th percentile */
export function figure(milliseconds: readonly number[], floor: number, goal: number): Figure {
  const { p50, p95, p99 } = percentiles(milliseconds);
  const seconds = round(p50 / 1000);
  return {
    seconds,
    floor: round(floor),
    ratio: round(seconds / floor),
    goal: `p95 < ${goal} ms`,
    met: p95 < goal,
    p50,
    p95,
    p99,
  };
}
