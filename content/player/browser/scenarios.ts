import { all, one } from './dom';
import type { Visit } from './visit';

/** Scenarios: pressing a choice shows what follows from it. All of them may be explored. */
export function startScenarios(visit: Visit): void {
  for (const scenario of all('[data-scenario]')) {
    const id = scenario.dataset.scenario!;
    for (const button of ownOf(scenario, '[data-choice]')) {
      const letter = button.dataset.choice!;
      if (visit.memory.scenarios[id]?.includes(letter)) open(button, true);
      button.addEventListener('click', () => {
        open(button, button.getAttribute('aria-expanded') !== 'true');
        visit.memory.scenarios[id] = opened(scenario);
        visit.save();
      });
    }
  }
}

/** What belongs to this scenario and not to one that follows in a choice of it. */
export const ownOf = (scenario: HTMLElement, selector: string) =>
  all(selector, scenario).filter((found) => found.closest('[data-scenario]') === scenario);

const opened = (scenario: HTMLElement) =>
  ownOf(scenario, '[aria-expanded=true]')
    .map((button) => button.dataset.choice!)
    .join('');

function open(button: HTMLElement, expanded: boolean): void {
  button.setAttribute('aria-expanded', String(expanded));
  one('.consequence', button.parentElement!).hidden = !expanded;
}
