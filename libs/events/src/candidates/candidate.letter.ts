import { Letter, nameInText } from '@induct/letters';
import { type Day, readerDate, said, w } from '@induct/platform';

/** To somebody who stands for election, once. @param url of the published programme */
export const candidateLetter = (
  name: string,
  { title, council, pollOn, url }: { title: string; council: string; pollOn: Day; url: string },
): Letter =>
  Letter.of({
    subject: w`If you are elected: ${title}`,
    name,
    parts: [
      w`nominations for the election on ${readerDate(pollOn)} have closed, and you stand. If you are elected, ${nameInText(council)} helps you into the role from the first days on. Please look at what is planned, and keep the dates free that you can:`,
      { url, text: nameInText(title) },
      said('To print it:'),
      { url: `${url}.pdf`, text: said('The programme as a PDF') },
      said(
        'Every candidate gets this letter, once. Your name and address are used for it alone, and are deleted here 30 days after the poll.',
      ),
    ],
  });
