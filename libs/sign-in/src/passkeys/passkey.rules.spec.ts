import { Assertion, mustVerify, readAnswer, Registration } from './passkey.rules';

const assertion = {
  id: 'AQID',
  rawId: 'AQID',
  type: 'public-key',
  response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA', userHandle: 'AAAA' },
};

describe('what a browser says of a passkey', () => {
  it('is read, and what we do not ask for is left out', () => {
    const more = { ...assertion, clientExtensionResults: { credProps: { rk: true } } };
    expect(readAnswer(Assertion, JSON.stringify(more))).toEqual(assertion);
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"id":'],
    ['null', 'null'],
    ['a list', '[]'],
    ['another kind of key', JSON.stringify({ ...assertion, type: 'password' })],
    ['what is not base64url', JSON.stringify({ ...assertion, id: 'a b' })],
    ['an object for a text', JSON.stringify({ ...assertion, id: { toString: 'x' } })],
    ['more than a key can be', JSON.stringify({ ...assertion, id: 'A'.repeat(20_001) })],
    [
      'the other ceremony',
      JSON.stringify({ ...assertion, response: { clientDataJSON: 'e30', attestationObject: 'AA' } }),
    ],
  ])('is nothing when it is %s', (_, text) => {
    expect(readAnswer(Assertion, text)).toBeUndefined();
  });

  it('is nothing as a new passkey when it is one that was used', () => {
    expect(readAnswer(Registration, JSON.stringify(assertion))).toBeUndefined();
  });
});

it.each([
  [['member', 'tester'], false],
  [['champion'], false],
  [[], false],
  [['officer'], true],
  [['member', 'auditor'], true],
  [['administrator'], true],
] as const)('asks %p for a PIN, a finger or a face: %p', (roles, must) => {
  expect(mustVerify(roles)).toBe(must);
});
