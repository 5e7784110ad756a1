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

  it('has the stores of the package and no others', () => {
    const shared = data();
    expect(shared.get('adl.data._count').value).toBe('3');
    expect(shared.get('adl.data.3.id').code).toBe('301');
    expect(shared.set('adl.data.3.store', 'x')).toBe('351');
    expect(shared.set('adl.data.0.id', 'x')).toBe('404');
    expect(shared.get('adl.data.0.colour').code).toBe('401');
  });
});
