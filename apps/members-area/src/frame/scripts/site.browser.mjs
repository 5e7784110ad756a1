// Improves pages that work without it: GOV.UK Frontend's own behaviours, and the warning before a sign-in ends.
import {
  Button,
  CharacterCount,
  Checkboxes,
  createAll,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
} from 'govuk-frontend';
import { saveDrafts } from './drafts.mjs';
import { warnBeforeTimeOut } from './time-out.mjs';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(Button, { preventDoubleClick: true });
for (const component of [
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  NotificationBanner,
  Radios,
  ServiceNavigation,
  SkipLink,
]) {
  createAll(component);
}
warnBeforeTimeOut();
saveDrafts();
if (window.PublicKeyCredential) document.querySelector('[data-passkey-offer]')?.removeAttribute('hidden');
