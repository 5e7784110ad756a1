import { type Config, type Language, said } from '@induct/platform';

interface CouncilSignInWords {
  /** Undefined: the council has no sign-in of its own. */
  councilSignIn: string | undefined;
  /** Of those words, where they are not in the page's. */
  councilSignInLanguage: Language | undefined;
}

/** What stands on the button: the council's words in the reader's language, else ours if those are its words, else its words as they are. */
export function councilSignIn(
  { OIDC_ISSUER, OIDC_LABEL, OIDC_LABEL_CY }: Pick<Config, 'OIDC_ISSUER' | 'OIDC_LABEL' | 'OIDC_LABEL_CY'>,
  language: Language,
): CouncilSignInWords {
  const ours = said(OIDC_LABEL);
  const own = language === 'cy' ? OIDC_LABEL_CY : undefined;
  const isEnglish = language !== 'en' && own === undefined && ours === OIDC_LABEL;
  return { councilSignIn: OIDC_ISSUER && (own ?? ours), councilSignInLanguage: isEnglish ? 'en' : undefined };
}
