import { said } from '@induct/platform';
import { escaped, type Refilled } from './refill';

const MAIN = /<main\b[^>]*>/;

const WORDS = {
  filled: () =>
    said('You had to sign in first, so nothing was sent. What you typed is in the form again. Check it, then send it.'),
  bare: () => said('You had to sign in first, so nothing was done. Press the button again if you still want to.'),
  elsewhere: () =>
    said(
      'You had to sign in first, so a form of this page was not sent. The form is not here any more, but what you typed is kept.',
    ),
  draft: () => said('You did not send this form. What you typed is in it again. Go on, or throw it away.'),
};

/**
 * The page with the notice at its beginning. It says what is kept and that nothing was sent, and lets it be thrown away.
 * @param form undefined: the page has no such form any more
 * @param isDraft it was saved while it was being filled in
 */
export function withNotice(
  html: string,
  form: Pick<Refilled, 'form' | 'hasFile'> | undefined,
  isDraft = false,
): string {
  const sentences = [
    WORDS[isDraft ? 'draft' : (form?.form ?? 'elsewhere')](),
    ...(form?.hasFile ? [said('Choose the file again: files are not kept.')] : []),
  ];
  const look = form
    ? ''
    : `<p class="govuk-body"><a class="govuk-notification-banner__link" href="/kept-form">${escaped(said('Look at what you typed'))}</a></p>`;
  const notice = `<section class="govuk-notification-banner" role="region" aria-labelledby="kept-form-title" data-module="govuk-notification-banner">
  <div class="govuk-notification-banner__header"><h2 class="govuk-notification-banner__title" id="kept-form-title">${escaped(said('Not sent yet'))}</h2></div>
  <div class="govuk-notification-banner__content">
    <p class="govuk-notification-banner__heading">${escaped(sentences.join(' '))}</p>${look}
    <form method="post" action="/kept-form/throw-away"><button type="submit" class="govuk-button govuk-button--secondary govuk-!-margin-bottom-0" data-module="govuk-button">${escaped(said('Throw away what I typed'))}</button></form>
  </div>
</section>`;
  return html.replace(MAIN, (main) => main + notice);
}
