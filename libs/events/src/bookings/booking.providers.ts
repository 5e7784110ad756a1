import { BookingRepository } from './booking.repository';
import { Bookings } from './bookings.service';
import { Filling } from './filling';
import { Interests } from './interests.service';
import { OwnDiary } from './own-diary.service';
import { SessionDoings } from './session-doings';
import { ShownBookings } from './shown-bookings.queries';
import { PlacesShown } from './shown-places.queries';

/** What others use. */
export const bookingServices = [BookingRepository, Bookings, Interests, OwnDiary, PlacesShown, ShownBookings];

export const bookingProviders = [...bookingServices, Filling, SessionDoings];
