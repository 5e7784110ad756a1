import { said } from '@induct/platform';
import type { Certificate, Choice, ShownTo } from '@induct/accreditation';
import type { Fields, FormProblems } from '../../../forms/form-problems';

/** What is chosen, in a word or two, and what it means. */
const CHOICES: readonly { value: ShownTo; text: string; hint: string }[] = [
  {
    value: 'paper',
    text: 'Whoever has the paper',
    hint: 'The number alone shows your initials. The QR code on the PDF shows your name, and a name that is typed is compared. This is how it begins.',
  },
  {
    value: 'link',
    text: 'Whoever has my link, too',
    hint: 'You get a link of your own for each certificate. Whoever opens it sees your name, until you make another link or choose something else.',
  },
  {
    value: 'public',
    text: 'Everybody',
    hint: 'The number alone shows your name.',
  },
];

export const chosenWords: Record<ShownTo, string> = {
  paper: 'whoever has the paper',
  link: 'whoever has the paper or your link',
  public: 'everybody who enters the number',
};

/** The address that shows a certificate to whom its holder wants to show it. @param site as others reach it */
export const addressOf = ({ number }: Pick<Certificate, 'number'>, { shownTo, secret }: Choice, site: string): string =>
  `${site}/verify/${number}${shownTo === 'link' && secret !== null ? `#${secret}` : ''}`;

/** @param own the certificates of whoever reads it @param form what was sent; nothing when the page is opened */
export function shownView(
  { own, choice, site }: { own: readonly Certificate[]; choice: Choice; site: string },
  form: Fields,
  problems: FormProblems,
) {
  const chosen = 'shown' in form ? form.shown : choice.shownTo;
  const inForce = own.filter(({ state }) => state === 'issued');
  return {
    choices: CHOICES.map(({ value, text, hint }) => ({
      value,
      text: said(text),
      hint: { text: said(hint) },
      checked: value === chosen,
    })),
    links:
      choice.shownTo === 'link'
        ? inForce.map((one) => ({ number: one.number, scheme: one.facts.scheme, href: addressOf(one, choice, site) }))
        : [],
    hasLink: choice.shownTo === 'link',
    ...problems,
  };
}
