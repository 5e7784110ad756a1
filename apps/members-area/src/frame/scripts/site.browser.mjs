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
import { say } from './say.mjs';
import { warnBeforeTimeOut } from './time-out.mjs';

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
createAll(Button, { preventDoubleClick: true });
for (const component of [Checkboxes, ErrorSummary, NotificationBanner, Radios, ServiceNavigation, SkipLink]) {
  createAll(component);
}
/** The same for every number but one: of characters nobody counts in twos. */
const counting = (one, other) => ({ zero: other, one, two: other, few: other, many: other, other });
createAll(CharacterCount, {
  i18n: {
    charactersUnderLimit: counting(
      say('You have %{count} character remaining'),
      say('You have %{count} characters remaining'),
    ),
    charactersAtLimit: say('You have 0 characters remaining'),
    charactersOverLimit: counting(
      say('You have %{count} character too many'),
      say('You have %{count} characters too many'),
    ),
  },
});
warnBeforeTimeOut();
saveDrafts();
if (window.PublicKeyCredential) document.querySelector('[data-passkey-offer]')?.removeAttribute('hidden');
