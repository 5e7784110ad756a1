import type { Command } from './commands';
import type { Outcome } from './verdict';

/** What the stand-in is told of a visit. */
export interface VisitInPage {
  activity: string;
  /** Put to the tester before the commands are run; '' when there are none. */
  questions: string;
  commands: Pick<Command, 'call' | 'name' | 'value'>[];
}

/** What it tells the tester, in the order in which it happens. */
export type Said =
  | { kind: 'came'; visit: number; case: string; activity: string }
  | { kind: 'answered'; visit: number; answers: string }
  | { kind: 'ran'; visit: number; outcomes: Outcome[] }
  | { kind: 'instructed'; visit: number }
  | { kind: 'stopped'; visit: number; why: string };

export interface InPage {
  name: string;
  visits: VisitInPage[];
  /** The visit that comes next. */
  next: number;
}

/** What the suite's own script has put into the page. */
export interface TestPage {
  location: { search: string };
  document: { getElementById(id: string): unknown };
  /** The player's page. */
  top: { testerIsAt?: number };
  alert: unknown;
  confirm: unknown;
  testerHears(said: string): unknown;
  [call: string]: unknown;
}

/**
 * Stands in for the suite's Java applet, which no browser runs any more: each page of a test finds it by its id, asks it what
 * to do and has it call the run-time. It is given to the browser as text, and may use nothing from outside itself.
 */
export function standIn(about: InPage, page = globalThis as unknown as TestPage): void {
  if (!/[?&]tc=/.test(page.location.search)) return;
  const at = () => page.top.testerIsAt ?? about.next;
  const say = (said: Said) => void page.testerHears(JSON.stringify(said));
  const call = (name: string, ...given: string[]) => (page[name] as (...given: string[]) => string)(...given);
  const count = (element: string) => Number.parseInt(call('doGetValue', `${element}._count`)) || 0;
  const idsOf = (element: string) =>
    Array.from({ length: count(element) }, (_, index) => call('doGetValue', `${element}.${index}.id`));

  const outcomeOf = (command: VisitInPage['commands'][number]): Outcome => {
    if (command.call === 'compareObjIds') return { ids: idsOf('cmi.objectives') };
    const [before = '', id, after = ''] = command.name.split('&');
    let element = command.name;
    if (id !== undefined) {
      const index = idsOf(before.startsWith('adl') ? 'adl.data' : 'cmi.objectives').indexOf(id);
      if (index < 0) return { failed: `there is nothing with the id ${id}` };
      element = before + index + after;
    }
    return { answer: call(command.call, element, command.value), error: call('doGetLastError', '') };
  };

  const driver = {
    evalID(id: string): boolean {
      const [name = '', activity = ''] = id.split('!');
      say({ kind: 'came', visit: at(), case: name, activity });
      return name === about.name && activity === about.visits[at()]?.activity;
    },
    getUITestQuestions: () => about.visits[at()]?.questions ?? '',
    evaluateUIResults(answers: string): boolean {
      say({ kind: 'answered', visit: at(), answers });
      return true;
    },
    runCommands(): boolean {
      say({ kind: 'ran', visit: at(), outcomes: (about.visits[at()]?.commands ?? []).map(outcomeOf) });
      return true;
    },
    curUserInstructions(): string {
      say({ kind: 'instructed', visit: at() });
      page.top.testerIsAt = at() + 1;
      return '';
    },
    getScoStatus: () => true,
    setSCOStatus: () => undefined,
    writeToLog: (log: string, type: number, text: string) =>
      type === 3 ? say({ kind: 'stopped', visit: at(), why: text }) : undefined,
    terminateTest: () => say({ kind: 'stopped', visit: at(), why: 'the page ended the test' }),
    failed: () => say({ kind: 'stopped', visit: at(), why: 'the page was not taken away' }),
    alertFailure: () => say({ kind: 'stopped', visit: at(), why: 'another resource was launched' }),
    completed: () => undefined,
  };
  const find = page.document.getElementById.bind(page.document);
  page.document.getElementById = (id) => (/LMSTestS?CODriver$/.test(id) ? driver : find(id));
  page.alert = () => undefined;
  page.confirm = () => false;
}
