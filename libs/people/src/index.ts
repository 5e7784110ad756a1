export { Access, type Permission } from './access.decorator';
export { decideAccess } from './access.rules';
export { DESK_ROLES, ROLE_NAMES, type Role, ROLES, worksAtTheDesk } from './roles';
export { CurrentPerson, type SignedInPerson } from './signed-in-person';
export { peopleTables } from './tables';
