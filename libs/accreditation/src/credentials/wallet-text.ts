/** What lies beside the files of a certificate, for whoever opens them years later. */
export const walletText = (number: string): string => `Certificate ${number}

Certificate ${number}.pdf      to print, and to send to whoever asks for it
${number} credential.json   for a digital wallet (Open Badges 3.0, Verifiable Credentials 2.0); your name is in it
${number} credential.jwt    the same, for wallets that want a JWT
${number} badge.png, .svg   a picture to show; the credential is in it, without your name

The PDF and the credentials are digitally signed by the council: any change can be seen. The signature in the PDF is not a
qualified electronic signature, and a PDF reader may say that it does not know the signer.

Anybody can check each of these files on the council's page "Check a certificate". It also says whether the certificate still
counts today.
`;
