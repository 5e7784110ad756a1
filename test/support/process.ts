import { type ChildProcess, fork, type Serializable } from 'node:child_process';
import { once } from 'node:events';
import { connect } from 'node:net';

/** A Node process that a trial started. */
export interface RunningProcess {
  pid: number;
  /** Resolves when it accepts connections; rejects when it ended instead. */
  listening(port: number): Promise<void>;
  /** Sends a message and waits for the next answer. */
  ask<Question extends object, Answer>(question: Question): Promise<Answer>;
  /** SIGTERM, then waits for its end. */
  stop: () => Promise<void>;
  /** SIGKILL, then waits for its end. */
  kill: () => Promise<void>;
}

/**
 * @param settings its environment, beside PATH and HOME
 * @param says where its complaints go: a process that is going to be killed has some
 */
export function startProcess(
  main: string,
  settings: Record<string, string>,
  says: 'inherit' | 'ignore' = 'inherit',
): RunningProcess {
  const { PATH = '', HOME = '' } = process.env;
  const child = fork(main, { env: { PATH, HOME, ...settings }, stdio: ['ignore', 'ignore', says, 'ipc'] });
  const ended = once(child, 'exit');
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    await ended;
  };
  return {
    pid: child.pid!,
    listening: (port) => listening(child, port),
    async ask<Question extends object, Answer>(question: Question) {
      child.send(question as Serializable);
      const [answer] = (await Promise.race([once(child, 'message'), ended.then(() => [])])) as [Answer?];
      if (answer === undefined) throw new Error(`${main} ended instead of answering`);
      return answer;
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  };
}

/** A busy machine takes its time. */
const STARTS_WITHIN_S = 60;

async function listening(child: ChildProcess, port: number): Promise<void> {
  for (let waited = 0; waited < STARTS_WITHIN_S * 1000; waited += 25) {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error('The process ended before it listened');
    if (await accepts(port)) return;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`Nothing listened on port ${port} within ${STARTS_WITHIN_S} s`);
}

function accepts(port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      done(true);
    });
    socket.once('error', () => done(false));
  });
}
