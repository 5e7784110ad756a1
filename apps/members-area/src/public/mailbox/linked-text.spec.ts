import { linkedText } from './linked-text';

describe('the text of a letter', () => {
  it('links to our own pages', () => {
    expect(linkedText('Go to http://localhost:3000/sign-in/link/abc.\nBye', 'http://localhost:3000')).toEqual([
      { text: 'Go to ' },
      { text: 'http://localhost:3000/sign-in/link/abc', href: 'http://localhost:3000/sign-in/link/abc' },
      { text: '.\nBye' },
    ]);
  });

  it('does not link anywhere else', () => {
    const parts = linkedText('http://localhost:3000.evil.example/ and http://evil.example/', 'http://localhost:3000');
    expect(parts.some(({ href }) => href)).toBe(false);
  });
});
