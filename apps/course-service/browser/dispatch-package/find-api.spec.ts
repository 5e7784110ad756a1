import { findApi } from './find-api';

const api = {};
/** A window as far as one sees it from another origin when it has no API: it throws at every other name. */
const page = (more: object = {}): Window => {
  const window: object = { opener: null, ...more };
  return new Proxy(window, {
    get: (of, name) => {
      if (name in of) return of[name as never];
      if (name === 'parent' || name === 'top') return undefined;
      throw new Error('SecurityError');
    },
  }) as Window;
};

it('finds the API above this page, and above whatever opened this page or the one at the top', () => {
  const system = page({ parent: page({ API: api }) });
  expect(findApi(page({ parent: page({ parent: system }) }), 'API')).toBe(api);
  expect(findApi(page({ opener: system }), 'API')).toBe(api);
  // A player in a window of its own that frames us.
  const top = page({ opener: system });
  expect(findApi(page({ parent: page({ parent: top }), top }), 'API')).toBe(api);
  expect(findApi(page({ parent: page({ parent: top }), top }), 'API_1484_11')).toBeUndefined();
});

it('finds none, and nothing breaks, where it may not look', () => {
  const top = Object.defineProperty({}, 'opener', {
    get: () => {
      throw new Error('SecurityError');
    },
  });
  expect(findApi(page({ top }), 'API')).toBeUndefined();
});
