import { moduleCard, nextModule } from '../home/home.view';
import type { FinishedRow } from './modules.queries';

/** The page at the end of a module: what was recorded and when, and what is next. */
export function finishedView({ module, modules, certificate }: FinishedRow) {
  const card = moduleCard(module);
  const core = modules.filter((row) => row.core);
  const titles = {
    'not started': 'You have not started this module',
    'in progress': 'Saved. You have not finished yet',
    'not passed': 'You have not passed yet',
    completed: 'You have completed this module',
  };
  return {
    ...card,
    heading: titles[card.status.stage],
    counts: { done: core.filter((row) => row.completed_at !== null).length, total: core.length },
    next: nextModule(modules.filter((row) => row.slug !== module.slug)),
    certificate,
  };
}
