import { aloneFrom } from './confirming.rules';

const now = new Date('2026-11-22T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const there = (personId: string, since = ago(100)) => ({ personId, confirmsFrom: since, leftAt: null });
const left = (personId: string, leftAt: Date, since = ago(100)) => ({ personId, confirmsFrom: since, leftAt });

describe('acting without a second person', () => {
  it('is for whoever is the only one', () => {
    expect(aloneFrom('ada', [], now)).toEqual(now);
    expect(aloneFrom('ada', [there('ada'), there('ada')], now)).toEqual(now);
  });

  it('is over as soon as somebody else can agree, and not before', () => {
    expect(aloneFrom('ada', [there('ada'), there('ben')], now)).toBeUndefined();
    expect(aloneFrom('ada', [there('ada'), there('ben', ago(-1))], now)).toEqual(now);
    expect(aloneFrom('ada', [there('ada'), there('ben', now)], now)).toBeUndefined();
  });

  it('is not reached by sending the others away', () => {
    expect(aloneFrom('ada', [there('ada'), left('ben', ago(1)), left('cy', ago(29))], now)).toEqual(ago(-29));
    expect(aloneFrom('ada', [there('ada'), left('ben', ago(31))], now)).toEqual(now);
  });

  it('counts nobody who left before they could agree', () => {
    expect(aloneFrom('ada', [left('ben', ago(1), ago(0.5))], now)).toEqual(now);
  });
});
