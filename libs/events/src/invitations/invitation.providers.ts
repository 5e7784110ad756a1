import { GuestPlaces } from './guest-places.service';
import { InvitationRepository } from './invitation.repository';
import { Invitations } from './invitations.service';

/** What others use. */
export const invitationServices = [GuestPlaces, Invitations];

export const invitationProviders = [...invitationServices, InvitationRepository];
