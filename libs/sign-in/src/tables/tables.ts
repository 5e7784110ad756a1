import { Devices1798000000112 } from '../devices/device.tables';
import { People1795000000870 } from './kept-form.tables';
import { CouncilSignIn1798000000100 } from '../council/council.tables';
import { RoleRules1798000000102 } from '../roles/role-rule.tables';
import { PasskeyBegan1798000000170 } from '../passkeys/passkey-began.tables';
import { Passkeys1798000000110 } from '../passkeys/passkey.tables';
import { SignInWay1798000000111 } from './sign-in-way.tables';
import { PersonVisits1798000000135 } from '../visits/person-visit.tables';
import { SignInSenders1795000000801 } from './sign-in.tables';

/** `sign_in` and `sign_in_link` came with the first tables of people: docs/decisions/0985. */
export const signInMigrations = [
  SignInSenders1795000000801,
  People1795000000870,
  CouncilSignIn1798000000100,
  RoleRules1798000000102,
  Passkeys1798000000110,
  SignInWay1798000000111,
  Devices1798000000112,
  PersonVisits1798000000135,
  PasskeyBegan1798000000170,
];
