import { kindAndId } from './kind-and-id';

const ID = '0195c0de-0000-7000-8000-000000000001';
const Choice = kindAndId(['scheme', 'module'], 'Choose something');

describe('a choice among things of several kinds', () => {
  it('is a kind that is offered, and an id', () => {
    expect(Choice.parse(`scheme:${ID}`)).toEqual({ kind: 'scheme', id: ID });
  });

  it.each([undefined, '', 'scheme', 'scheme:', `:${ID}`, `person:${ID}`, `scheme:${'-'.repeat(36)}`, `scheme:${ID}:x`])(
    'is none in %j',
    (typed) => {
      expect(Choice.safeParse(typed).error!.issues.map(({ message }) => message)).toEqual(['Choose something']);
    },
  );
});
