import {
  type Activity,
  type Available,
  codeInWords,
  type May,
  type Navigated,
  pathInWords,
  rulesInWords,
  type SequencingState,
  sequencingTree,
  toldBy,
  trackingInWords,
  trackingOf,
} from '@induct/scorm';
import type { SequencingStart } from '../launch/launch-state';

/** Of a package with an order: how each part stands for its rules, what they are, and which way the last step went. */
export class OrderPanel {
  private readonly rules;
  private readonly told;
  private readonly activities: ReadonlyMap<string, Activity>;
  private readonly path = document.querySelector<HTMLElement>('[data-order-path]')!;
  private readonly tree = document.querySelector<HTMLElement>('[data-order-tree]')!;
  private readonly lines = new Map<string, Line>();

  constructor({ tree }: SequencingStart) {
    this.rules = sequencingTree(tree);
    this.activities = new Map(all(tree.root).map((activity) => [activity.id, activity]));
    this.told = toldBy(this.rules, (id) => this.activities.get(id)!.title);
    this.tree.replaceChildren(this.branch(tree.root));
  }

  /** @param went the last step, also one that has led nowhere */
  step(went: Navigated): void {
    const path = went.refused && went.path.at(-1) !== went.refused.code ? [...went.path, went.refused.code] : went.path;
    const titleOf = (id: string) => `“${this.activities.get(id)?.title ?? id}”`;
    this.path.replaceChildren(...pathInWords(path, titleOf).map((words) => element('li', '', words)));
  }

  /** @param state with what the open part has said so far, @param at when that is, in milliseconds since 1970 */
  stands(state: SequencingState, now: Available, at: number): void {
    for (const tracked of trackingOf(this.rules, state, at)) {
      const line = this.lines.get(tracked.id);
      if (!line) continue;
      const isOpen = tracked.id === state.current;
      line.item.toggleAttribute('data-is-open', isOpen);
      say(line.state, trackingInWords(tracked));
      say(line.why, this.whyNot(tracked.id, isOpen ? true : now.choice[tracked.id]));
    }
  }

  /** Where nobody chooses at all, the group says so once. */
  private whyNot(id: string, may: May | undefined): string {
    const { isLeaf, choice } = this.rules.activities.get(id)!;
    const own =
      may === undefined || may === true || may === NOBODY_CHOOSES ? '' : `Cannot be chosen: ${codeInWords(may)}.`;
    return isLeaf || choice ? own : `${own} Its parts cannot be chosen.`.trim();
  }

  private branch(activity: Activity): HTMLElement {
    const item = element('li', 'order__part');
    const line: Line = { item, state: element('p', 'order__state'), why: element('p', 'order__why') };
    this.lines.set(activity.id, line);
    item.append(element('p', 'order__title', activity.title), line.state, line.why, ...this.rulesOf(activity));
    if (activity.children.length > 0) {
      const below = element('ul', 'order__parts');
      below.append(...activity.children.map((child) => this.branch(child)));
      item.append(below);
    }
    return item;
  }

  private rulesOf({ id, title }: Activity): HTMLElement[] {
    const rules = rulesInWords(this.rules.activities.get(id)!, this.told);
    if (rules.length === 0) return [];
    const details = element('details', 'order__rules');
    const summary = element('summary', '', `Its rules (${rules.length})`);
    summary.append(element('span', 'visually-hidden', `: ${title}`));
    const list = element('ul', '');
    list.append(...rules.map(({ words }) => element('li', '', words)));
    details.append(summary, list);
    return [details];
  }
}

/** The group of a part lets nobody choose (NB.2.1). */
const NOBODY_CHOOSES = 'NB.2.1-10';

interface Line {
  item: HTMLElement;
  state: HTMLElement;
  why: HTMLElement;
}

/** What stays as it is is not written again: whoever reads it is not sent back. */
function say(line: HTMLElement, words: string): void {
  if (line.textContent !== words) line.textContent = words;
  line.hidden = words === '';
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

const all = (activity: Activity): Activity[] => [activity, ...activity.children.flatMap(all)];
