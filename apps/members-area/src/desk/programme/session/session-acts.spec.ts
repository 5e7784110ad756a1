import { nextStates, type PlannedSession, SESSION_STATES } from '@induct/events';
import { actsFor, BECOMES, missingFor } from './session-acts';

describe('what may become of a session', () => {
  it('has a page for every state it may come to, and no two for one', () => {
    for (const state of SESSION_STATES) {
      const reached = actsFor(state).map((act) => BECOMES[act]);
      expect([state, reached.toSorted()]).toEqual([state, nextStates(state).toSorted()]);
    }
    expect(actsFor('confirmed')).toEqual(['postpone', 'deliver', 'cancel']);
    expect(actsFor('hold')).toEqual(['plan', 'confirm', 'cancel']);
  });

  it('says what is missing for it', () => {
    const hold = { eventId: null, place: null, onlineUrl: null, parts: [], endsAt: null } as unknown as PlannedSession;
    const now = new Date('2026-11-29T12:00Z');
    expect(missingFor('confirm', hold, now)).toHaveLength(3);
    expect(missingFor('cancel', hold, now)).toEqual([]);
    const ahead = { ...hold, eventId: 'e', parts: [{ to: '12:00' }], endsAt: new Date('2026-12-01') } as PlannedSession;
    expect(missingFor('deliver', ahead, now)).toEqual(['its end: it is not over yet']);
  });
});
