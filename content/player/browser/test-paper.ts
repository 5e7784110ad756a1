import { fieldsOf } from './answers';
import type { Course } from './course';
import { all, one } from './dom';
import type { Memory } from './memory';
import { mixQuestion } from './mixing';

/**
 * Gives the drawn questions their places, in their order, with their choices mixed for this try and with their answers; the
 * rest of the bank has none.
 */
export function layOut({ bank }: Course, { seed, test: { attempt, answers } }: Memory): void {
  for (const section of all('[data-bank]')) {
    delete section.dataset.place;
    section.hidden = true;
  }
  answers.forEach(({ id, given }, index) => {
    const section = one(`[data-bank="${id}"]`);
    section.dataset.place = `test/${index + 1}`;
    one('.eyebrow', section).textContent = `Final test · question ${index + 1} of ${answers.length}`;
    one('[data-place="test/answers"]').before(section);
    const question = bank.find((candidate) => candidate.id === id)!;
    mixQuestion(formOf(id), question, `${seed} ${attempt} ${id}`);
    fieldsOf(formOf(id)).fill(given);
  });
}

export const formOf = (id: string) => one(`[data-test-question="${id}"]`);
