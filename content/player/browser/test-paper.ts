import { fieldsOf } from './answers';
import { all, one } from './dom';
import type { TestMemory } from './memory';

/** Gives the drawn questions their places, in their order and with their answers; the rest of the bank has none. */
export function layOut({ answers }: TestMemory): void {
  for (const section of all('[data-bank]')) {
    delete section.dataset.place;
    section.hidden = true;
  }
  answers.forEach(({ id, given }, index) => {
    const section = one(`[data-bank="${id}"]`);
    section.dataset.place = `test/${index + 1}`;
    one('.eyebrow', section).textContent = `Final test · question ${index + 1} of ${answers.length}`;
    one('[data-place="test/answers"]').before(section);
    fieldsOf(formOf(id)).fill(given);
  });
}

export const formOf = (id: string) => one(`[data-test-question="${id}"]`);
