interface SignInLetter {
  name: string;
  url: string;
  council: string;
  minutes: number;
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** The words of the sign-in letter, as plain text and as HTML. */
export function signInLetter({ name, url, council, minutes }: SignInLetter) {
  const paragraphs = [
    `Dear ${name},`,
    `use this link to sign in to the Members Area of ${council}:`,
    url,
    `It works once, for ${minutes} minutes. If you open it on another device, you will be asked for the code shown on the page where you asked for this letter.`,
    'If you did not ask to sign in, you need not do anything: nobody can sign in without opening this letter.',
  ];
  const html = paragraphs
    .map((text) =>
      text === url ? `<p><a href="${escaped(url)}">Sign in to the Members Area</a></p>` : `<p>${escaped(text)}</p>`,
    )
    .join('\n');
  return { subject: 'Your link to sign in', text: `${paragraphs.join('\n\n')}\n`, html };
}
