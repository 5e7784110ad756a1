import { CountedNotes } from './counted-notes';

const at = (minute: number) => new Date(Date.UTC(2026, 10, 22, 14, minute));

describe('notes that are counted', () => {
  it('are two for each thing and hour, however often it happens', () => {
    const notes = new CountedNotes<string>();
    expect(notes.happened('a', 'the first', at(0))).toEqual([{ what: 'the first' }]);
    for (let nth = 0; nth < 1000; nth++) expect(notes.happened('a', 'another', at(1))).toEqual([]);
    expect(notes.happened('b', 'else', at(2))).toEqual([{ what: 'else' }]);
    expect(notes.happened('a', 'later', at(60))).toEqual([{ what: 'the first', more: 1000 }, { what: 'later' }]);
    expect(notes.rest()).toEqual([]);
  });

  it('do not forget what was only counted', () => {
    const notes = new CountedNotes<string>();
    for (const what of ['one', 'two', 'three']) notes.happened('a', what, at(0));
    expect(notes.rest()).toEqual([{ what: 'one', more: 2 }]);
    expect(notes.rest()).toEqual([]);
  });

  it('remember no more than ten thousand things', () => {
    const notes = new CountedNotes<number>();
    notes.happened('0', 0, at(0));
    notes.happened('0', 0, at(0));
    for (let nth = 1; nth < 10_000; nth++) notes.happened(String(nth), nth, at(0));
    expect(notes.happened('one more', -1, at(0))).toEqual([{ what: 0, more: 1 }, { what: -1 }]);
  });
});
