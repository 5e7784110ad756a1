import type { AskedRequirement } from '@induct/accreditation';
import type { ModuleRow } from './module-row';

/** A module with what ways of meeting something name it by. */
export type NamedModule = ModuleRow & { courseId: string };

/**
 * Modules, by slug, that somebody need not take: all that is asked of them and that it would meet is met, by a session, a
 * recording, learning of before or a certificate from elsewhere.
 */
export function metElsewhere(
  modules: readonly NamedModule[],
  asked: readonly Pick<AskedRequirement, 'isAsked' | 'met' | 'ways'>[],
): ReadonlySet<string> {
  const coursesOf = (met: boolean) =>
    new Set(
      asked
        .filter((one) => one.isAsked && (one.met !== undefined) === met)
        .flatMap(({ ways }) => ways.flatMap(({ courseId }) => courseId ?? [])),
    );
  const [met, open] = [coursesOf(true), coursesOf(false)];
  const isMet = ({ courseId, completedAt }: NamedModule) =>
    completedAt === null && met.has(courseId) && !open.has(courseId);
  return new Set(modules.filter(isMet).map(({ slug }) => slug));
}
