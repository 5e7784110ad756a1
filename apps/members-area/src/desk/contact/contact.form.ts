import type { CouncilContact, UsefulLink } from '@induct/people';
import { z } from 'zod';
import { perhaps } from '../../forms/texts';

/** As many links as the form has room for. */
export const MOST_LINKS = 8;
export const LINK_NUMBERS = Array.from({ length: MOST_LINKS }, (_, at) => at + 1);

const isMail = (text: string) => z.email().safeParse(text).success;
/** Digits, with what people write between them. */
const isTelephone = (text: string) => /^\+?[0-9 ()-]+$/.test(text) && text.replaceAll(/\D/g, '').length >= 8;
const isSecure = (text: string) => URL.canParse(text) && new URL(text).protocol === 'https:';

const links = Object.fromEntries(
  LINK_NUMBERS.flatMap((number) => [
    [`title${number}`, perhaps('The name of the link', 80)],
    [`url${number}`, perhaps('The address of the link', 500)],
  ]),
) as Record<string, ReturnType<typeof perhaps>>;

/** How Democratic Services are reached. Everything may be left out; what is there has to make sense. */
export const ContactForm = z
  .object({
    email: perhaps('The email address', 200).refine(
      (text) => text === '' || isMail(text),
      'Enter an email address like democratic.services@council.gov.uk',
    ),
    telephone: perhaps('The telephone number', 40).refine(
      (text) => text === '' || isTelephone(text),
      'Enter a telephone number like 01632 960 001',
    ),
    hours: perhaps('When somebody answers', 200),
    address: perhaps('The address', 500),
    accessibilityFaults: perhaps('What is not accessible yet', 4000),
  })
  .extend(links)
  .superRefine((form, context) => {
    const sent = form as Record<string, string>;
    const wrong = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
    for (const number of LINK_NUMBERS) {
      const [title, url] = [sent[`title${number}`]!, sent[`url${number}`]!];
      if (url === '' && title !== '') wrong(`url${number}`, `Enter the address of link ${number}, or empty its name`);
      if (url !== '' && title === '') wrong(`title${number}`, `Enter what link ${number} is called`);
      if (url !== '' && !isSecure(url)) wrong(`url${number}`, `Link ${number} has to begin with https://`);
    }
  });

/** @param sent a form that was found in order */
export function contactOf(sent: z.infer<typeof ContactForm>): CouncilContact {
  const fields = sent as Omit<CouncilContact, 'links'> & Record<string, string>;
  const all = LINK_NUMBERS.map((number): UsefulLink => {
    return { title: fields[`title${number}`]!, url: fields[`url${number}`]! };
  });
  const { email, telephone, hours, address, accessibilityFaults } = fields;
  return { email, telephone, hours, address, accessibilityFaults, links: all.filter(({ url }) => url !== '') };
}

/** The links that are seen at once: what is filled in, and one to fill in next. The others are folded. */
export function linksIn(form: Record<string, unknown>): { shown: number[]; folded: number[] } {
  const last = LINK_NUMBERS.findLast((number) => form[`title${number}`] || form[`url${number}`]) ?? 0;
  return {
    shown: LINK_NUMBERS.filter((number) => number <= last + 1),
    folded: LINK_NUMBERS.filter((number) => number > last + 1),
  };
}

/** What stands in the form before anybody has typed. */
export function typedOf({ links: given, ...contact }: CouncilContact): Record<string, string> {
  const each = given.flatMap(({ title, url }, at) => [
    [`title${at + 1}`, title],
    [`url${at + 1}`, url],
  ]);
  return { ...contact, ...Object.fromEntries(each) };
}
