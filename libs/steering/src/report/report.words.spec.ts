import { reviewInWords } from './report.words';

describe('the review of a version, in the papers', () => {
  it.each([
    [{ by: '2027-05-31', asked: 8, confirmed: 3, changed: 0 }, 'By 31 May 2027; 3 of 8 facts confirmed by the council'],
    [
      { by: '2026-11-21', asked: 1, confirmed: 0, changed: 1 },
      'By 21 November 2026, which has passed; 0 of 1 fact confirmed by the council, and 1 has changed',
    ],
    [
      { by: '2026-11-22', asked: 0, confirmed: 0, changed: 0 },
      'By 22 November 2026; it asks for nothing to be confirmed',
    ],
    [
      { by: null, asked: 2, confirmed: 0, changed: 2 },
      'No date is set; 0 of 2 facts confirmed by the council, and 2 have changed',
    ],
  ])('says by when, how much is confirmed, and that it is late', (review, words) => {
    expect(reviewInWords(review, '2026-11-22')).toBe(words);
  });
});
