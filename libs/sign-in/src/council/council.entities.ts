import { RoleByRuleEntity } from '../roles/role-by-rule.entity';
import { RoleRuleEntity } from '../roles/role-rule.entity';
import { CouncilAccountEntity } from './council-account.entity';
import { CouncilLogoutEntity } from './council-logout.entity';
import { CouncilStartEntity } from './council-start.entity';
import { IdentitySignInEntity } from './identity-sign-in.entity';
import { IdentityEntity } from './identity.entity';
import { SignInLinkAccountEntity } from './sign-in-link-account.entity';

/** Tables of the council's own sign-in, and of the roles that it gives. */
export const councilEntities = [
  CouncilAccountEntity,
  CouncilLogoutEntity,
  CouncilStartEntity,
  IdentityEntity,
  IdentitySignInEntity,
  RoleByRuleEntity,
  RoleRuleEntity,
  SignInLinkAccountEntity,
];
