import type { Certificate, Choice, Validity } from '@induct/accreditation';
import { certificateCard } from './certificates.view';

const certificate = (given: Partial<Certificate>) =>
  ({
    number: 'NMC-2026-7KQ4M-2XWPH-5',
    facts: {
      language: 'en-GB',
      council: 'Northmoor County Council',
      holder: 'Siân Rees',
      scheme: 'Core skills',
      edition: 'Edition 1',
      modules: [],
      learningSeconds: 60,
      awardedOn: '2026-11-22',
      validUntil: '2030-11-21',
      number: 'NMC-2026-7KQ4M-2XWPH-5',
      signatories: [],
    },
    renderedAt: null,
    renderError: null,
    renderAttempts: 0,
    replacedBy: null,
    pdfBytes: null,
    ...given,
  }) as Certificate;

const PAPER: Choice = { shownTo: 'paper', secret: null };
const cardOf = (of: Certificate, validity: Validity) => certificateCard(of, validity, PAPER, 'https://x.example');

describe('a member’s certificate without a PDF', () => {
  it('comes in a few seconds while nothing went wrong', () => {
    expect(cardOf(certificate({}), 'valid')).toMatchObject({
      preparing: true,
      words: expect.stringContaining('takes a few seconds'),
    });
  });

  it('says of one that has run out that it has, and not that its number is valid', () => {
    const { tag, words, preparing } = cardOf(certificate({ renderError: 'x', renderAttempts: 5 }), 'expired');
    expect([tag.text, words, preparing]).toEqual(['Expired', 'It was valid until 21 November 2030.', false]);
  });

  it.each([
    [1, 'we are trying again by ourselves'],
    [5, 'Democratic Services have been shown why'],
  ])('is delayed after %d tries that went wrong, and says what happens next', (renderAttempts, next) => {
    const card = cardOf(certificate({ renderAttempts, renderError: 'letters are missing' }), 'valid');
    expect(card).toMatchObject({ preparing: false, tag: { text: 'PDF delayed' } });
    expect(card.words).toContain(next);
    expect(card.words).toContain('its number is valid');
    expect(card.words).not.toContain('few seconds');
  });

  it('is not missed once it was revoked', () => {
    expect(cardOf(certificate({ renderError: 'x', renderAttempts: 5 }), 'revoked').words).toContain('no longer');
  });
});

describe('a member’s certificate for LinkedIn', () => {
  it('goes along with its number and days, never with the QR code’s secret', () => {
    const secret = 'AbCdEfGhIjKlMnOpQrStUv';
    const made = certificate({ renderedAt: new Date(), secret, pdfBytes: 1 });
    const { linkedIn } = cardOf(made, 'valid');
    const asked = Object.fromEntries(new URL(linkedIn!).searchParams);
    expect(asked).toMatchObject({
      issueMonth: '11',
      expirationYear: '2030',
      certUrl: 'https://x.example/verify/NMC-2026-7KQ4M-2XWPH-5',
    });
    expect(linkedIn).not.toContain(secret);
    expect(cardOf(made, 'expired').linkedIn).toBeUndefined();
  });

  it.each([
    ['paper', null, ''],
    ['link', 'ZyXwVuTsRqPoNmLkJiHgFe', '#ZyXwVuTsRqPoNmLkJiHgFe'],
    ['public', null, ''],
  ] as const)('takes the holder’s own link along when that is chosen: %s', (shownTo, own, end) => {
    const made = certificate({ renderedAt: new Date(), secret: 'AbCdEfGhIjKlMnOpQrStUv', pdfBytes: 1 });
    const { linkedIn } = certificateCard(made, 'valid', { shownTo, secret: own }, 'https://x.example');
    expect(new URL(linkedIn!).searchParams.get('certUrl')).toBe(
      `https://x.example/verify/NMC-2026-7KQ4M-2XWPH-5${end}`,
    );
    expect(linkedIn).not.toContain(made.secret);
  });
});

it('says its last day once', () => {
  const made = certificate({ renderedAt: new Date(), pdfBytes: 1 });
  const rows = (...of: Parameters<typeof cardOf>) => cardOf(...of).facts.map(({ key }) => key.text);
  expect(cardOf(made, 'valid').words).toBe('Valid until 21 November 2030.');
  expect(rows(made, 'valid')).not.toContain('Valid until');
  expect(rows(made, 'expired')).not.toContain('Valid until');
  expect(rows(certificate({}), 'valid')).toContain('Valid until');
  expect(rows(made, 'replaced')).toContain('Valid until');
});

it('is called by the name of its edition, whichever shape its facts have', () => {
  const { facts } = certificate({});
  const edition = { number: 2, en: 'Edition 2', cy: 'Argraffiad 2' };
  const second = {
    ...facts,
    version: 2,
    languages: 'both',
    schemeCy: 'Sgiliau craidd',
    requirements: [],
    edition,
  } as unknown as Certificate['facts'];
  const card = cardOf(certificate({ facts: second }), 'valid');
  expect(card.title).toBe('Core skills, Edition 2');
  expect(card.welsh).toEqual([
    { text: 'Sgiliau craidd', lang: 'cy', before: '' },
    { text: 'Argraffiad 2', lang: 'cy', before: ', ' },
  ]);
  expect(card.facts.at(-1)).toEqual({ key: { text: 'Language' }, value: { text: 'Welsh and English' } });
  const first = cardOf(certificate({}), 'valid');
  expect([first.welsh, first.facts.at(-1)?.value.text]).toEqual([undefined, 'English']);
});
