import { type Activity, initialCmi, type RunTime } from '@induct/scorm';
import type { Cmi, LaunchState } from '../launch/launch-state';

type Objective = RunTime['objectives'][number];

/**
 * What a part begins with that the rules have opened: as it was left when its attempt goes on, and else as new, whatever an
 * earlier attempt of it came to (SN 4.5). What shared objectives say is in it either way (RTE 4.2.17).
 * @param known what it would go on with
 */
export function startOf(state: LaunchState, activity: Activity, { resumes, objectives }: RunTime, known: Cmi): Cmi {
  const { mode, credit } = known as { mode?: 'normal' | 'browse'; credit?: 'credit' | 'no-credit' };
  const fresh = () =>
    initialCmi('scorm_2004', activity, state.learner, undefined, mode && credit ? { mode, credit } : undefined);
  const cmi: Cmi = resumes ? { ...known, entry: 'resume' } : (fresh() as Cmi);
  return { ...cmi, objectives: withShared((cmi.objectives ?? {}) as Cmi, objectives) };
}

/** By index, as the run-time has them: those of the manifest first, in its order, then what content has added. */
function withShared(known: Cmi, objectives: readonly Objective[]): Cmi {
  const before = Object.values(known) as Cmi[];
  const named = objectives.filter(({ id }) => id !== '');
  const told = named.map((one) => ({ ...before.find(({ id }) => id === one.id), ...cmiOf(one) }));
  const others = before.filter(({ id }) => named.every((one) => one.id !== id));
  return Object.fromEntries([...told, ...others].map((one, at) => [at, one]));
}

function cmiOf({ id, satisfied, measure, completed, progress, raw, min, max }: Objective): Cmi {
  const score = said({ scaled: measure, raw, min, max });
  return {
    id,
    ...(Object.keys(score).length > 0 && { score }),
    ...said({ progress_measure: progress }),
    ...(satisfied !== undefined && { success_status: satisfied ? 'passed' : 'failed' }),
    ...(completed !== undefined && { completion_status: completed ? 'completed' : 'incomplete' }),
  };
}

const said = (values: Record<string, number | string | undefined>): Cmi =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])),
  );
