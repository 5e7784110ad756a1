import { readFileSync } from 'node:fs';

/** What our tests use of scorm-again's two classes; both standards under one pair of names. */
export interface RunTime {
  loadFromJSON(cmi: object, element: string): void;
  lmsInitialize(parameter: ''): string;
  lmsGetValue(element: string): unknown;
  lmsSetValue(element: string, value: string): string;
  renderCommitCMI(terminate: boolean): { cmi: Record<string, unknown> };
}

type RunTimeClass = new (settings: Record<string, unknown>) => RunTime;

const classes = new Map<string, RunTimeClass>();

/**
 * A real scorm-again run-time in Node, not yet initialised. Its script for browsers is run as it is, in the realm of the
 * test, because loadFromJSON compares constructors and Jest turns import() into require().
 */
export function scormAgain(standard: 'scorm_12' | 'scorm_2004'): RunTime {
  const name = standard === 'scorm_12' ? 'Scorm12API' : 'Scorm2004API';
  let runTime = classes.get(name);
  if (runTime === undefined) {
    const script = readFileSync(require.resolve(`scorm-again/${standard.replace('_', '')}`), 'utf8');
    const page: Record<string, RunTimeClass> = {};
    // oxlint-disable-next-line typescript/no-implied-eval -- the library's own file, as a browser would run it
    new Function(script).call(page);
    runTime = page[name]!;
    classes.set(name, runTime);
  }
  return new runTime({ autocommit: false, logLevel: 5 });
}
