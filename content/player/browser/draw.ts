import type { Question } from './course';
import { shuffled } from './shuffle';

/**
 * Draws the questions of one try: one of every objective first, as far as there is room, then any. In no order.
 * @param random like Math.random
 */
export function drawQuestions<Asked extends Question>(
  bank: readonly Asked[],
  count: number,
  random: () => number,
): Asked[] {
  const mixed = shuffled(bank, random);
  const firsts = mixed.filter(
    ({ objective }, index) => mixed.findIndex((question) => question.objective === objective) === index,
  );
  const others = mixed.filter((question) => !firsts.includes(question));
  return shuffled([...firsts, ...others].slice(0, count), random);
}
