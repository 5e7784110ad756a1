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

  it('refuses a jump before it', () => {
    const refuses = (edition: string, request: string) =>
      scorm2004(edition).refused['adl.nav.request']?.(request) ?? false;
    expect(refuses('3rd', '{target=two}jump')).toBe(true);
    expect(refuses('3rd', '{target=two}choice')).toBe(false);
    expect(refuses('4th', '{target=two}jump')).toBe(false);
  });
});
