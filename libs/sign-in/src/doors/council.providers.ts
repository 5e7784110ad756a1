import { RoleRuleRepository } from '../roles/role-rule.repository';
import { RoleRules } from '../roles/role-rules';
import { CouncilAccounts } from '../council/council-accounts';
import { CouncilLogout } from '../council/council-logout';
import { CouncilProvider } from '../council/council-provider';
import { CouncilSignIn } from './council-sign-in';
import { CouncilRepository } from '../council/council.repository';

/** What others ask of the council's own sign-in. */
export const councilServices = [CouncilAccounts, CouncilLogout, CouncilProvider, CouncilSignIn, RoleRules];

export const councilProviders = [...councilServices, CouncilRepository, RoleRuleRepository];
