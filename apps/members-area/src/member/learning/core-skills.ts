import type { AskedRequirement } from '@induct/accreditation';
import type { ModuleRow } from './module-row';
import type { NamedModule } from './met-elsewhere';

/** How far somebody is with what is asked of every member: the one count that members read of it, on every page. */
export interface CoreSkills {
  met: number;
  total: number;
  /** Not met, because an officer is still to look at how its module was completed. */
  waiting: number;
  /** Nothing is left to do for them: each is met, or waits for an officer. */
  isDone: boolean;
}

type Asked = Pick<AskedRequirement, 'isCore' | 'met' | 'ways'>;

/** Whether something is not met only because an officer is still to look at how one of these modules was completed. */
export function waitsForALook(
  modules: readonly (Pick<NamedModule, 'courseId'> & Pick<ModuleRow, 'doubt'>)[],
): (asked: Pick<Asked, 'ways'>) => boolean {
  const looked = new Set(modules.flatMap(({ courseId, doubt }) => (doubt === 'waiting' ? [courseId] : [])));
  return ({ ways }) => ways.some(({ courseId }) => courseId !== null && looked.has(courseId));
}

/** @param modules of which those that wait for an officer are known by their courses */
export function coreSkills(asked: readonly Asked[], modules: Parameters<typeof waitsForALook>[0]): CoreSkills {
  const core = asked.filter(({ isCore }) => isCore);
  const open = core.filter(({ met }) => met === undefined);
  const waiting = open.filter(waitsForALook(modules)).length;
  return {
    met: core.length - open.length,
    total: core.length,
    waiting,
    isDone: core.length > 0 && open.length === waiting,
  };
}
