import type { Effect } from './effects';
import type { ForecastRow } from './forecast';
import { moved } from './moved';

const row = (personId: string, effect?: Effect): ForecastRow => ({
  personId,
  kind: effect?.kind ?? null,
  effect: { effect, also: effect ? [] : [{ schemeId: 'level', until: null }] },
  changes: true,
});
const keeps = (until: string): Effect => ({ kind: 'keeps', until });
const gains: Effect = { kind: 'gains', until: null, by: ['1'], renews: false };

describe('who moved', () => {
  it('is whoever something else is said of, was not concerned, or is no more', () => {
    const before = [
      row('same', keeps('2027-01-01')),
      row('other day', keeps('2027-01-01')),
      row('gone', gains),
      row('level'),
    ];
    const now = [
      row('same', { until: '2027-01-01', kind: 'keeps' }),
      row('other day', keeps('2027-02-01')),
      row('new', gains),
      row('level'),
    ];
    expect(moved(before, now).map(({ personId, kind, was }) => [personId, kind, was])).toEqual([
      ['same', 'keeps', undefined],
      ['other day', 'keeps', 'keeps'],
      ['new', 'gains', 'nothing'],
      ['level', null, undefined],
      ['gone', null, 'gains'],
    ]);
  });
});
