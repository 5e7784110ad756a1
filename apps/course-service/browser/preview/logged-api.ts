import type { Dialect } from '../run-time/dialect';
import { type expose, runTimeApi, text } from '../run-time/expose';

/** Calls that only ask about the last error. */
const ABOUT_ERRORS = /Get(LastError|ErrorString|Diagnostic)$/;

export type WriteDown = (call: string, element: string, value: string, answer: string, error: string) => void;

/** Exposes the run-time as ever, and writes every call down with its answer and its error. */
export const exposeLogged =
  (writeDown: WriteDown): typeof expose =>
  (target: Window, dialect: Dialect, run) => {
    const api = Object.entries(runTimeApi(dialect, run)).map(([name, call]) => {
      const logged = (...given: unknown[]): string => {
        const answer = call(...given);
        const error = ABOUT_ERRORS.test(name) ? '0' : run().lastError();
        writeDown(name, text(given[0]), text(given[1]), answer, error === '0' ? '' : error);
        return answer;
      };
      return [name, logged] as const;
    });
    Object.defineProperty(target, dialect.global, { value: Object.freeze(Object.fromEntries(api)), enumerable: true });
  };
