import { spawn } from 'node:child_process';
import type { User } from './embedded-home';

/**
 * Runs one of PostgreSQL's own programs in a session of its own: a Ctrl-C goes to everything that the terminal started, and
 * would end a program half-way while we wait for it in order to end it properly.
 * @throws with what it said
 */
export function runDetached(program: string, args: string[], user: User): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...user, cwd: '/', detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.once('error', reject);
    // Not 'close': the server it has started may keep its streams.
    child.once('exit', (code, signal) => {
      child.stderr.destroy();
      if (code === 0) resolve();
      else reject(new Error(`${program} ended with ${signal ?? code}\n${said}`));
    });
  });
}
