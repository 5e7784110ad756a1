import { decideAccess } from './access.rules';

describe('access', () => {
  it('refuses everybody when a route does not say who may use it', () => {
    expect(decideAccess(undefined)).toBe('refuse');
    expect(decideAccess(undefined, ['administrator'])).toBe('refuse');
  });

  it('lets strangers into public pages and to what a launch token opens', () => {
    expect(decideAccess(['public'])).toBe('let in');
    expect(decideAccess(['launch-token'])).toBe('let in');
  });

  it('asks a stranger to sign in everywhere else', () => {
    expect(decideAccess(['signed-in'])).toBe('ask to sign in');
    expect(decideAccess(['officer'])).toBe('ask to sign in');
  });

  it('lets in whoever has one of the roles, and nobody for having another', () => {
    expect(decideAccess(['officer', 'auditor'], ['member', 'auditor'])).toBe('let in');
    expect(decideAccess(['officer'], ['member', 'administrator'])).toBe('refuse');
    expect(decideAccess(['signed-in'], ['member'])).toBe('let in');
  });
});
