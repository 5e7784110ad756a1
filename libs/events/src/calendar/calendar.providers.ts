import { BookingLetters } from './booking-letters.service';
import { CalendarFeedRepository } from './calendar-feed.repository';
import { CalendarFeeds } from './calendar-feeds.service';
import { CalendarRepository } from './calendar.repository';

/** What others use. */
export const calendarServices = [BookingLetters, CalendarFeeds, CalendarRepository];

export const calendarProviders = [...calendarServices, CalendarFeedRepository];
