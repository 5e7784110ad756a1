import type { PanelFinding } from '@induct/steering';
import type { Beside } from './beside';
import { placeWords } from './place';
import { ask } from './requests';

const SEVERITIES = { blocking: 'Blocking', should_fix: 'Should be fixed', suggestion: 'Suggestion' };
const LONGEST = 300;

/** What was found in the round, and what earlier rounds left open, each with the way to its place. */
export class FindingList {
  private readonly list = document.querySelector<HTMLElement>('[data-findings]')!;
  private readonly words = document.querySelector<HTMLElement>('[data-findings-words]')!;
  private readonly count = document.querySelector<HTMLElement>('[data-findings-count]')!;

  constructor(
    private readonly beside: Beside,
    private readonly move: (to: { findingId: string }, words: string) => void,
  ) {}

  async load(): Promise<void> {
    const reply = await ask<{ findings: PanelFinding[] }>(`${this.beside.address}/findings`);
    if (!reply.ok) {
      this.words.textContent = 'We cannot reach the Members Area for the list just now.';
      return;
    }
    const { findings } = reply.answer;
    this.count.textContent = `(${findings.length})`;
    this.words.textContent = findings.length === 0 ? 'Nothing has been found yet.' : '';
    this.words.hidden = findings.length > 0;
    this.list.replaceChildren(...findings.map((finding) => this.item(finding)));
  }

  private item(finding: PanelFinding): HTMLElement {
    const item = element('li', 'finding');
    const head = element('p', 'finding__head');
    head.append(
      element('strong', '', `${finding.number}`),
      element('span', `finding__tag finding__tag--${finding.severity}`, SEVERITIES[finding.severity]),
      element('span', 'finding__state', stateWords(finding)),
    );
    const cut = finding.text.length > LONGEST ? `${finding.text.slice(0, LONGEST)}…` : finding.text;
    const text = element('p', 'finding__text', cut);
    const place = finding.sco === null ? 'The module as a whole' : whereWords(finding);
    item.append(head, text, element('p', 'finding__place', place), this.actions(finding));
    return item;
  }

  private actions({ id, number, sco }: PanelFinding): HTMLElement {
    const actions = element('p', 'finding__actions');
    if (sco !== null) {
      const go = element('button', 'finding__go', 'Go to this finding') as HTMLButtonElement;
      go.type = 'button';
      go.setAttribute('aria-label', `Go to this finding: ${number}`);
      go.addEventListener('click', () => this.move({ findingId: id }, `Going to finding ${number}…`));
      actions.append(go);
    }
    const thread = element('a', '', 'Its thread') as HTMLAnchorElement;
    thread.href = this.beside.threadOf(id);
    thread.target = '_blank';
    thread.rel = 'noopener';
    thread.setAttribute('aria-label', `Its thread: finding ${number} (opens in a new tab)`);
    actions.append(thread);
    return actions;
  }
}

const whereWords = ({ scoTitle, location, progress }: PanelFinding): string =>
  placeWords({ location, progress: progress ?? undefined }, scoTitle);

/** What is to be done comes first. */
function stateWords({ state, isMine, isSettled, isCarried, fixedIn }: PanelFinding): string {
  const whose = isMine ? 'yours, ' : '';
  const from = isCarried ? ', from an earlier round' : '';
  const version = fixedIn === null ? '' : ` in version ${fixedIn}`;
  if (state === 'fixed') {
    return isSettled
      ? `${whose}fixed${version}`
      : `${whose}said to be fixed${version}: ${isMine ? 'please' : 'its author is to'} confirm`;
  }
  const words: Record<string, string> = {
    answered: 'answered',
    will_not_fix: 'will not be fixed',
    withdrawn: 'withdrawn',
  };
  return `${whose}${words[state] ?? 'open'}${from}`;
}

function element(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}
