import { cleanName, isName, ROLES } from '@induct/people';
import { z } from 'zod';
import { pageNumber } from '../../lists/filter';
import { email, onlyPrintable } from '../../forms/person-fields';

const optional = z
  .string()
  .trim()
  .max(100, 'This must be 100 characters or less')
  .transform((text) => text || undefined)
  .optional();

/** One ticked box arrives as a text, several as a list, none not at all. */
const roles = z
  .union([z.array(z.enum(ROLES)), z.enum(ROLES).transform((role) => [role])])
  .optional()
  .transform((ticked) => ticked ?? []);

export const PeopleQuery = z.object({
  search: z.string().trim().max(100).optional().catch(undefined),
  role: z.enum(ROLES).optional().catch(undefined),
  page: pageNumber,
});
export type PeopleQuery = z.infer<typeof PeopleQuery>;

export const DetailsForm = z.object({
  name: z
    .string('Enter a full name')
    .transform(cleanName)
    .pipe(
      z
        .string()
        .min(1, 'Enter a full name')
        .max(100, 'Full name must be 100 characters or less')
        .refine(isName, 'Enter a full name, with letters')
        .superRefine(onlyPrintable),
    ),
  email,
  group: optional,
  district: optional,
  division: optional,
});
export type DetailsForm = z.infer<typeof DetailsForm>;

/** Of somebody new: without a role they could sign in, and find nothing to do. */
const firstRoles = roles.refine((ticked) => ticked.length > 0, 'Select at least one role');

export const PersonForm = DetailsForm.extend({ roles: firstRoles });
export type PersonForm = z.infer<typeof PersonForm>;

export const RolesForm = z.object({ roles });
export type RolesForm = z.infer<typeof RolesForm>;
