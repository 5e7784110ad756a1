import { confirms, ROLE_NAMES, type Role, ROLES } from '@induct/people';

const WHAT_THEY_DO: Record<Role, string> = {
  member: 'Takes modules and gets certificates',
  tester: 'Takes modules, and tests them before others see them',
  champion: 'Reads what the steering group tests: rounds, findings and reports',
  officer: 'Uploads modules, sees everybody’s progress, looks after certificates',
  administrator: 'Looks after people, roles and the queue',
  auditor: 'Reads totals, and what the steering group tests',
};

/** Officers add those who learn; only an administrator hands out the roles of the desk. */
export const rolesToGive = (giver: readonly Role[]): Role[] =>
  giver.includes('administrator') ? [...ROLES] : ['member', 'tester'];

/** Boxes to tick, for govukCheckboxes. */
export const roleBoxes = (offered: readonly Role[], ticked: readonly Role[]) =>
  offered.map((role) => ({
    value: role,
    text: ROLE_NAMES[role],
    hint: { text: WHAT_THEY_DO[role] },
    checked: ticked.includes(role),
  }));

/** Boxes for somebody who is not here yet: each says whether the role takes a second person. */
export const firstRoleBoxes = (offered: readonly Role[], ticked: readonly Role[]) =>
  roleBoxes(offered, ticked).map((box) =>
    confirms(box.value) ? { ...box, hint: { text: `${box.hint.text}. Takes a second person` } } : box,
  );
