import { certificateLetter } from './certificate.letter';

it('the letter to a holder says what is certified and where to fetch it, and holds no secret', () => {
  const { subject, text, html } = certificateLetter(
    {
      language: 'en-GB',
      council: 'Northmoor County Council',
      holder: "Siobhán O'Neill",
      scheme: 'Core skills',
      edition: 'Edition 1',
      modules: [],
      learningSeconds: 60,
      awardedOn: '2026-11-22',
      validUntil: '2030-11-22',
      number: 'NMC-2026-K7MQ4-XR2TP-9',
      signatories: [],
    },
    'https://members.example',
  );
  expect(subject).toBe('Your certificate of accreditation: Core skills');
  expect(text).toBe(`Dear Siobhán O'Neill,

Congratulations. You have met every requirement of “Core skills” (Edition 1), and Northmoor County Council has awarded you the certificate of accreditation.

Download your certificate:
https://members.example/certificates

Certificate number: NMC-2026-K7MQ4-XR2TP-9
Awarded: 22 November 2026
Valid until: 22 November 2030

Anyone can check the certificate with the code printed on it, or with its number here:

https://members.example/verify/NMC-2026-K7MQ4-XR2TP-9

Member Development
Northmoor County Council
`);
  expect(html).toContain('<a href="https://members.example/certificates">Download your certificate</a>');
});
