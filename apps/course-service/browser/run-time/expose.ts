import type { Dialect } from './dialect';
import type { Run } from './run';

/** What the eight calls reach. */
export type Calls = Pick<
  Run,
  'initialize' | 'finish' | 'get' | 'set' | 'commit' | 'lastError' | 'errorString' | 'diagnostic'
>;

/** Content passes numbers, booleans and nothing at all; SCORM knows only strings. */
export const text = (value: unknown) =>
  value === undefined || value === null ? '' : String(value as string | number | boolean);

/**
 * The object content finds. Nothing but the eight calls can be reached through it, whatever content does to it: with
 * scorm-again itself on the window a package could read and replace its insides.
 */
export function runTimeApi(
  dialect: Dialect,
  run: (call?: 'initialize') => Calls,
): Record<string, (...given: unknown[]) => string> {
  const calls = {
    Initialize: (parameter?: unknown) => run('initialize').initialize(text(parameter)),
    Finish: (parameter?: unknown) => run().finish(text(parameter)),
    GetValue: (name?: unknown) => run().get(text(name)),
    SetValue: (name?: unknown, value?: unknown) => run().set(text(name), text(value)),
    Commit: (parameter?: unknown) => run().commit(text(parameter)),
    GetLastError: () => run().lastError(),
    GetErrorString: (code?: unknown) => run().errorString(text(code)),
    GetDiagnostic: (code?: unknown) => run().diagnostic(text(code)),
  };
  const { Finish, ...rest } = calls;
  const named =
    dialect.global === 'API'
      ? Object.fromEntries(Object.entries(calls).map(([name, call]) => [`LMS${name}`, call]))
      : { ...rest, Terminate: Finish };
  // SCORM 2004 RTE 3.2: an attribute beside the calls.
  return Object.freeze(dialect.global === 'API' ? named : Object.assign(named, { version: '1.0' }));
}

/** Puts the API of the declared standard, and of no other, where content looks for it. */
export function expose(target: Window, dialect: Dialect, run: (call?: 'initialize') => Calls): void {
  Object.defineProperty(target, dialect.global, { value: runTimeApi(dialect, run), enumerable: true });
}
