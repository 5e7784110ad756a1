import type { Needs } from './need-words';
import { countNeeds } from './needs-counts';

const need = (more: Partial<Needs>): Needs => ({ diets: [], access: [], more: '', ...more });

it('counts meals and nobody’s words', () => {
  const counts = countNeeds(10, [
    need({ diets: ['nut-free', 'vegan'] }),
    need({ diets: ['vegan', 'nut-free'], access: ['bsl'] }),
    need({ diets: ['halal'], more: 'No onions' }),
    need({ access: ['bsl', 'parking'], more: 'I come late' }),
  ]);
  expect(counts).toEqual({
    anything: 7,
    meals: [
      { diets: ['vegan', 'nut-free'], count: 2 },
      { diets: ['halal'], count: 1 },
    ],
    access: [
      { need: 'parking', count: 1 },
      { need: 'bsl', count: 2 },
    ],
    more: 2,
  });
  expect(JSON.stringify(counts)).not.toContain('onions');
});

it('counts those who have said nothing as eating anything', () => {
  expect(countNeeds(4, [])).toEqual({ anything: 4, meals: [], access: [], more: 0 });
});
