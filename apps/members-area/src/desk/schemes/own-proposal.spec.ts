import { ownProposal } from './own-proposal';

const now = new Date('2026-11-22T12:00:00Z');
const people = (...names: string[]) => names.map((name) => ({ id: name, name }));

describe('who proposed a version', () => {
  it('is told who can adopt it, and cannot themselves', () => {
    const told = (names: string[]) => ownProposal({ adopters: people(...names), aloneFrom: undefined, now });
    expect(told(['Ada'])).toMatchObject({
      alone: false,
      says: expect.stringMatching(/another officer adopts it: Ada\.$/),
    });
    expect(told(['Ada', 'Ben', 'Cy']).says).toMatch(/: Ada, Ben or Cy\.$/);
    expect(told(['A', 'B', 'C', 'D', 'E', 'F']).says).toMatch(/: A, B, C, D, E or another\.$/);
    expect(told(['A', 'B', 'C', 'D', 'E', 'F', 'G']).says).toMatch(/: A, B, C, D, E or one of 2 others\.$/);
  });

  it('adopts it alone where there is nobody else at the desk', () => {
    expect(ownProposal({ adopters: [], aloneFrom: now, now })).toMatchObject({ alone: true });
  });

  it('is told what is to be done while nobody can', () => {
    const nobody = ownProposal({ adopters: [], aloneFrom: undefined, now });
    expect(nobody).toMatchObject({ alone: false, says: expect.stringContaining('An administrator can give somebody') });
    const later = ownProposal({ adopters: [], aloneFrom: new Date('2026-12-22T12:00:00Z'), now });
    expect(later).toMatchObject({ alone: false, says: expect.stringContaining('alone from') });
  });
});
