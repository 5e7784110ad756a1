import type * as Records from '../../../../../content/player/learner-records';
import { diceFor } from '../stories/dice';
import type { Visit } from '../stories/history';
import { type PretendedAnswer, PretendedLearner } from './pretended-learner';

/** SCORM 1.2 run-time data, as the player leaves it. */
export type SessionData = Readonly<Record<string, unknown>> & { core: CoreData; suspend_data: string };

export interface CoreData {
  lesson_location: string;
  lesson_status: string;
  score: { raw: string; min: string; max: string };
  session_time: string;
  exit: string;
}

const MINUTE = 60_000;
const UNSET = { raw: '', min: '', max: '' };

/**
 * What the shipped module's player would have reported at the end of a visit.
 * @param visits to this module, in order; what is reported is the last one
 * @param opened when that one began
 */
export function sessionData(
  player: typeof Records,
  module: Records.ModuleToLearn,
  visits: readonly Visit[],
  opened: Date,
): SessionData {
  const learner = new PretendedLearner(player, module, diceFor(`${module.slug} ${JSON.stringify(visits[0])}`));
  let answers: PretendedAnswer[] = [];
  for (const visit of visits) answers = learner.visit(visit);
  const { minutes } = visits.at(-1)!;
  const { scorm12 } = player;
  const { percent } = learner.memory.test;
  return {
    core: {
      lesson_location: percent === undefined ? learner.memory.seen.at(-1)! : 'result',
      lesson_status: percent === undefined ? 'incomplete' : learner.passed ? 'passed' : 'failed',
      score: percent === undefined ? UNSET : { raw: String(percent), min: '0', max: '100' },
      session_time: scorm12.span(minutes * 60),
      exit: 'suspend',
    },
    suspend_data: player.writeMemory(learner.memory),
    objectives: collection(module.objectives.map(({ id }) => objective(scorm12, id, learner.tested.get(id)))),
    interactions: collection(
      answers.map(({ answered, at }) =>
        scorm12.interaction(answered, new Date(opened.getTime() + at * minutes * MINUTE)),
      ),
    ),
  };
}

function objective(
  edition: typeof Records.scorm12,
  id: string,
  tested: { percent: number; passed: boolean } | undefined,
): Records.Entries {
  const begun = edition.objectiveBegun({ id, text: '' });
  return tested ? [...begun, ...edition.objectiveTested(tested.percent, tested.passed)] : begun;
}

/** As scorm-again writes it: an object keyed "0", "1" … of objects. */
const collection = (items: readonly Records.Entries[]) =>
  Object.fromEntries(items.map((entries, index) => [String(index), nested(entries)]));

/** "score.raw" is `raw` in `score`; a later value takes the place of an earlier one. */
function nested(entries: Records.Entries): Record<string, unknown> {
  const tree: Record<string, unknown> = {};
  for (const [element, value] of entries) {
    const path = element.split('.');
    let at = tree;
    for (const name of path.slice(0, -1)) at = (at[name] ??= {}) as Record<string, unknown>;
    at[path.at(-1)!] = value;
  }
  return tree;
}
