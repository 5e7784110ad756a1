import type { ModuleRow } from './module-row';

/** A core module of 20 minutes that the member has not begun, as the queries read it. */
export const aModuleRow = (slug: string, changes: Partial<ModuleRow> = {}): ModuleRow => ({
  slug,
  title: slug,
  summary: '',
  minutes: 20,
  core: true,
  completion: null,
  success: null,
  score: null,
  completedScore: null,
  progress: null,
  startedAt: null,
  recordedAt: null,
  completedAt: null,
  againAt: null,
  retake: null,
  trying: null,
  doubt: null,
  notes: 0,
  ...changes,
});
