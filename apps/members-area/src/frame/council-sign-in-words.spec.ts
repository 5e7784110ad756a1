import { inLanguage } from '@induct/platform';
import { councilSignIn } from './council-sign-in-words';

const OIDC_ISSUER = 'https://id.example';
const OURS = 'Sign in with your council account';
const THEIRS = 'Sign in with your Eastmere account';

it.each([
  ['en', { OIDC_LABEL: OURS, OIDC_LABEL_CY: 'Mewngofnodi' }, OURS, undefined],
  ['en', { OIDC_LABEL: THEIRS, OIDC_LABEL_CY: undefined }, THEIRS, undefined],
  ['cy', { OIDC_LABEL: OURS, OIDC_LABEL_CY: undefined }, 'Mewngofnodi gyda’ch cyfrif cyngor', undefined],
  ['cy', { OIDC_LABEL: THEIRS, OIDC_LABEL_CY: 'Mewngofnodi Eastmere' }, 'Mewngofnodi Eastmere', undefined],
  ['cy', { OIDC_LABEL: THEIRS, OIDC_LABEL_CY: undefined }, THEIRS, 'en'],
] as const)('the council’s button says in %s, of %j: %s', (language, labels, councilButton, councilSignInLanguage) => {
  const words = inLanguage(language, () => councilSignIn({ OIDC_ISSUER, ...labels }, language));
  expect(words).toEqual({ councilSignIn: councilButton, councilSignInLanguage });
});

it('there is no button without a sign-in of the council’s', () => {
  const none = { OIDC_ISSUER: undefined, OIDC_LABEL: OURS, OIDC_LABEL_CY: undefined };
  expect(councilSignIn(none, 'en').councilSignIn).toBeUndefined();
});
