import { kindOf } from './data-model';
import { scorm2004 } from './dialect';

describe('the run-time of SCORM 2004', () => {
  const asks = ['adl.data._count', 'adl.data.0.store', 'adl.nav.request_valid.jump.{target=two}'];
  const kinds = (edition: string | undefined) => asks.map((name) => kindOf(scorm2004(edition).names, name));

  it('knows what is shared, and jumps, in the fourth edition only', () => {
    expect(kinds('4th')).toEqual(['keyword', 'leaf', 'leaf']);
    expect(kinds(undefined)).toEqual(kinds('4th'));
    expect(kinds('3rd')).toEqual(['unknown', 'unknown', 'unknown']);
    expect(kindOf(scorm2004('2nd').names, 'adl.nav.request_valid.choice.{target=two}')).toBe('leaf');
  });

  it('knows in every edition whether each way is open, and takes what only later ones name', () => {
    for (const edition of ['2nd', '3rd', '4th']) {
      const { names, refused } = scorm2004(edition);
      for (const way of ['continue', 'previous', 'exitAll', 'suspendAll'])
        expect([edition, way, kindOf(names, `adl.nav.request_valid.${way}`)]).toEqual([edition, way, 'leaf']);
      expect(refused['adl.nav.request']?.('suspendAll') ?? false).toBe(false);
    }
  });

  it('refuses a jump before it', () => {
    const refuses = (edition: string, request: string) =>
      scorm2004(edition).refused['adl.nav.request']?.(request) ?? false;
    expect(refuses('3rd', '{target=two}jump')).toBe(true);
    expect(refuses('3rd', '{target=two}choice')).toBe(false);
    expect(refuses('4th', '{target=two}jump')).toBe(false);
  });
});
