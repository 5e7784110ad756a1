import { SharedData } from './shared-data';

describe('data that activities share', () => {
  const data = () =>
    new SharedData([
      { id: 'both', value: 'kept', read: true, write: true },
      { id: 'empty', read: true, write: false },
      { id: 'drop', value: 'secret', read: false, write: true },
    ]);

  it('is read and written only as the package allows', () => {
    const shared = data();
    expect([0, 1, 2].map((index) => shared.get(`adl.data.${index}.store`).code)).toEqual(['0', '403', '405']);
    expect([0, 1, 2].map((index) => shared.set(`adl.data.${index}.store`, 'new'))).toEqual(['0', '404', '0']);
    expect(shared.all().map(({ value }) => value)).toEqual(['new', undefined, 'new']);
  });

  it('tells what this opening has written, as much as a snapshot has room for', () => {
    const shared = new SharedData(['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, read: true, write: true })));
    const full = 'x'.repeat(64_000);
    const taken = [0, 1, 2, 3, 4].map((index) => shared.set(`adl.data.${index}.store`, full));
    expect(taken).toEqual(['0', '0', '0', '0', '351']);
    expect(shared.set('adl.data.3.store', '')).toBe('0');
    expect(shared.written()).toEqual({ a: full, b: full, c: full, d: '' });
    // A run that goes on with what another one began tells that as well.
    expect(new SharedData(shared.all()).written()).toEqual(shared.written());
  });

  it('has the stores of the package and no others', () => {
    const shared = data();
    expect(shared.get('adl.data._count').value).toBe('3');
    expect(shared.get('adl.data.3.id').code).toBe('301');
    expect(shared.set('adl.data.3.store', 'x')).toBe('351');
    expect(shared.set('adl.data.0.id', 'x')).toBe('404');
    expect(shared.get('adl.data.0.colour').code).toBe('401');
  });
});
