import { counted, figure, fileSize } from './counted';

describe('counted', () => {
  it('says none, one and many', () => {
    expect(counted(0, 'member')).toBe('no members');
    expect(counted(1, 'member')).toBe('1 member');
    expect(counted(1204, 'member')).toBe('1,204 members');
    expect(counted(2, 'person', 'people')).toBe('2 people');
    expect(figure(10000)).toBe('10,000');
  });

  it.each([
    [0, 'no bytes'],
    [1, '1 byte'],
    [999, '999 bytes'],
    [1500, '1.5 KB'],
    [5_240_000, '5.2 MB'],
    [104_000_000, '104 MB'],
    [2_000_000_000, '2 GB'],
  ])('says %i as %s', (bytes, words) => {
    expect(fileSize(bytes)).toBe(words);
  });
});
