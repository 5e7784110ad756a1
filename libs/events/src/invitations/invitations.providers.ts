import { GuestFeedback } from './guest-feedback.service';
import { GuestRegisters } from './guest-registers.service';
import { GuestsThereRepository } from './guests-there.repository';

/** What others may ask of guests who were there. */
export const guestsThereServices = [GuestFeedback, GuestRegisters];
export const guestsThereProviders = [...guestsThereServices, GuestsThereRepository];
