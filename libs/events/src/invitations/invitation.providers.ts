import { GuestFeedback } from './guest-feedback.service';
import { GuestPlaces } from './guest-places.service';
import { GuestRegisters } from './guest-registers.service';
import { GuestsThereRepository } from './guests-there.repository';
import { InvitationRepository } from './invitation.repository';
import { Invitations } from './invitations.service';

/** What others use. */
export const invitationServices = [GuestFeedback, GuestPlaces, GuestRegisters, Invitations];

export const invitationProviders = [...invitationServices, GuestsThereRepository, InvitationRepository];
