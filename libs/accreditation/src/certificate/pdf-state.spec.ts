import { MOST_ATTEMPTS } from '@induct/printing';
import { pdfState } from './pdf-state';

it('tells a document that is on its way from one that does not come', () => {
  const state = { renderedAt: null, renderError: null, renderAttempts: 0 };
  expect(pdfState(state)).toBe('being made');
  expect(pdfState({ ...state, renderAttempts: 1 })).toBe('being made');
  expect(pdfState({ ...state, renderAttempts: 1, renderError: 'Target closed' })).toBe('tried again');
  expect(pdfState({ ...state, renderAttempts: MOST_ATTEMPTS, renderError: 'Target closed' })).toBe('cannot be made');
  expect(pdfState({ ...state, renderedAt: new Date() })).toBe('made');
});
