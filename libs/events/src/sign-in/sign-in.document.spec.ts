import type { SignInFacts } from './sign-in-facts';
import { SignInDocument } from './sign-in.document';

const sheetOf = (parts: number, title = 'A day on conduct') => {
  const facts: SignInFacts = {
    sessionId: 's',
    title,
    bring: null,
    place: null,
    onlineUrl: null,
    parts: Array.from({ length: parts }, (_, at) => ({ number: at + 1, on: '2026-12-01', from: null, to: null })),
    rows: [{ name: '<b>Ann</b>', group: 'Green' }],
    over: null,
  };
  return new SignInDocument(() => 'Northmoor Council').sheet(facts, new Date('2026-11-30T12:40:00Z'));
};

describe('a sign-in sheet on paper', () => {
  it('is titled, in English, and takes no name for markup', () => {
    const { language, title, body } = sheetOf(2);
    expect([language, title]).toEqual(['en-GB', 'Sign-in sheet: A day on conduct']);
    expect(body).toContain('<tr><th scope="row"><bdi>&lt;b&gt;Ann&lt;/b&gt;</bdi></th>');
    expect(body.match(/<tr>/g)).toHaveLength(1 + 1 + 8);
    expect(body.match(/<td><\/td>/g)).toHaveLength(2 + 8 * 4);
  });

  it('lies across when there are more columns than an upright page has room for', () => {
    expect([1, 3, 4, 10].map((parts) => sheetOf(parts).head.includes('landscape'))).toEqual([false, false, true, true]);
  });
});
