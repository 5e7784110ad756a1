import type { AskedRequirement } from '@induct/accreditation';
import type { NamedModule } from './met-elsewhere';

/** A core module of 20 minutes that the member has not begun, as the queries read it. */
export const aModuleRow = (slug: string, changes: Partial<NamedModule> = {}): NamedModule => ({
  courseId: `course-${slug}`,
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
  doubtedAgainAt: null,
  notes: 0,
  ...changes,
});

/** What a module of that slug is for, as it is asked: a core skill that is not met. */
export const anAsked = (slug: string, changes: Partial<AskedRequirement> = {}): AskedRequirement => ({
  id: `requirement-${slug}`,
  slug,
  title: slug,
  isAsked: true,
  isCore: true,
  met: undefined,
  ways: [{ kind: 'module', courseId: `course-${slug}`, validMonths: null }],
  ...changes,
});
