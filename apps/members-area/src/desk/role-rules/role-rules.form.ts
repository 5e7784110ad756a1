import { RULE_ROLES } from '@induct/sign-in';
import { z } from 'zod';

const one = (missing: string, name: string, longest: number) =>
  z
    .string(missing)
    .trim()
    .min(1, missing)
    .max(longest, `${name} must be ${longest} characters or fewer`)
    .regex(/^[^\p{Cc}]*$/u, `${name} must be one line`);

/** Whoever's council account says this has this role here. */
export const RoleRuleForm = z.object({
  claim: one('Enter the claim', 'The claim', 100).regex(/^\S+$/, 'The claim must be one word, like roles'),
  value: one('Enter what it says', 'What it says', 200),
  role: z.enum(RULE_ROLES, 'Select the role'),
});
