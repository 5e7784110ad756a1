export { clockTime, monthAndYear, sessionTimes, type Stretch, weekdayAndDate } from '@induct/events';
