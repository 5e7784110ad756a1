import { RoleRuleRepository } from '../roles/role-rule.repository';
import { RoleRules } from '../roles/role-rules';
import { CouncilAccounts } from './council-accounts';
import { CouncilLogout } from './council-logout';
import { CouncilProvider } from './council-provider';
import { CouncilSignIn } from './council-sign-in';
import { CouncilRepository } from './council.repository';

/** What others ask of the council's own sign-in. */
export const councilServices = [CouncilAccounts, CouncilLogout, CouncilProvider, CouncilSignIn, RoleRules];

export const councilProviders = [...councilServices, CouncilRepository, RoleRuleRepository];
