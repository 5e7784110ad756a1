export { Access, type Permission } from './access/access.decorator';
export { type DeclaredRoute, declaredRoutes, declaredRoutesOf } from './guard/access-registry';
export { decideAccess } from './access/access.rules';
export { ContentAccessModule } from './guard/content-access.module';
export { CouncilAccounts } from './council/council-accounts';
export { CouncilLogout } from './council/council-logout';
export { COUNCIL_FAILS, type CouncilFails, CouncilSignIn } from './doors/council-sign-in';
export { CouncilAway, SignOutNotTaken } from './council/council.errors';
export { DEVICE_LIVES } from './devices/device.rules';
export { Devices } from './devices/devices';
export { FirstAdministrator } from './first-administrator';
export { FORM_COOKIE_LIVES, type FormCookie } from './kept-forms/form-cookie';
export { KEPT_FORM_LIMITS, type KeptForm, KeptForms } from './kept-forms/kept-forms';
export { LearningActivity } from './sign-ins/learning-activity';
export * from './roles/role-rule.errors';
export type { HeldByRule, ListedRule } from './roles/role-rule.repository';
export { type AddedRule, type NewRule, RoleRules } from './roles/role-rules';
export { RULE_ROLES } from './roles/rule-roles';
export { OwnPasskeys } from './passkeys/own-passkeys';
export { PasskeyRefused } from './passkeys/passkey.errors';
export { PASSKEY_LIMITS } from './passkeys/passkey.rules';
export { PasskeySignIns } from './passkeys/passkey-sign-ins';
export { Proof } from './guard/proof.decorator';
export {
  type CameIn,
  isKey,
  isProofEnough,
  MISSING,
  type Missing,
  type Proof as ProofOf,
} from './sign-ins/proof.rules';
export { ProofNeeded } from './guard/proof-needed';
export { pathHere, safePath } from './access/safe-path';
export { cookieNames, cookieOptions, OWN_COOKIES } from './sign-ins/sign-in-cookie';
export { type LinkHolder, SignInLinks, type WaitingFor } from './links/sign-in-links';
export { LINK_LIMITS } from './links/sign-in-link.rules';
export { SIGN_IN_LIVES } from './sign-ins/sign-in.rules';
export { signIn } from './sign-in.lib';
export { SignInNeeded } from './access/sign-in-needed';
export { pageToReturnTo, SignInNeededFilter, signInAddress } from './guard/sign-in-needed.filter';
export { strengthOf, type Way } from './sign-ins/sign-in-way';
export { SignInModule, SiteAccessModule } from './sign-in.module';
export { SignInTime, type TimeLeft } from './sign-ins/sign-in-time';
export { type OwnSignIn, type SigningIn, SignIns } from './sign-ins/sign-ins';
export { CurrentPerson, type SignedInPerson } from './sign-ins/signed-in-person';
export { Visits } from './visits/visits';
export { useSiteAccess } from './guard/site-access';
