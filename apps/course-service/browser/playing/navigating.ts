import type { Available } from '@induct/scorm';
import type { Calls } from '../run-time/expose';

const VALID = /^adl\.nav\.request_valid\.(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll)$/;
const TARGET = /^adl\.nav\.request_valid\.(choice|jump)\.\{target=([^}]*)\}$/;

/** Answers what content asks about where it may go (SN 5.6.4): only we know the module's rules. */
export class Navigating {
  /** The last call was answered here, and without an error. */
  private hasAnswered = false;
  private readonly calls: Calls;

  /** @param run the open run, that everything else goes to */
  constructor(
    private readonly run: () => Calls & { isOpen: boolean },
    private readonly available: () => Available,
    private readonly knows: (name: string) => boolean = () => true,
  ) {
    const passing =
      <Given extends string[]>(call: (run: Calls, ...given: Given) => string) =>
      (...given: Given): string => {
        this.hasAnswered = false;
        return call(this.run(), ...given);
      };
    this.calls = {
      initialize: passing((to, parameter: string) => to.initialize(parameter)),
      finish: passing((to, parameter: string) => to.finish(parameter)),
      set: passing((to, name: string, value: string) => to.set(name, value)),
      commit: passing((to, parameter: string) => to.commit(parameter)),
      get: (name) => this.get(name),
      lastError: () => (this.hasAnswered ? '0' : this.run().lastError()),
      errorString: (code) => this.run().errorString(code),
      diagnostic: (code) => this.run().diagnostic(code),
    };
  }

  /** What content's calls reach. */
  reached(): Calls {
    return this.calls;
  }

  private get(name: string): string {
    const valid = this.run().isOpen && this.knows(name) ? validity(name, this.available) : undefined;
    this.hasAnswered = valid !== undefined;
    return valid ?? this.run().get(name);
  }
}

/** `true`, `false`, or `unknown` for a part that does not exist; undefined for any other name. */
export function validity(name: string, available: () => Available): string | undefined {
  const kind = VALID.exec(name)?.[1];
  if (kind) return String(available()[kind as 'continue'] === true);
  const [, way, target] = TARGET.exec(name) ?? [];
  if (target === undefined) return undefined;
  const may = available()[way as 'choice' | 'jump'][target];
  return may === undefined ? 'unknown' : String(may === true);
}
