export { clockTime, monthAndYear, sessionTimes, type Stretch, timesOfDay, weekdayAndDate } from '@induct/events';
