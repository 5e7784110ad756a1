/** Days and times of sessions as pages say them: for whoever reads them. */
export {
  readerClock as clockTime,
  readerMonth as monthAndYear,
  readerSessionTimes as sessionTimes,
  readerTimesOfDay as timesOfDay,
  readerWeekday as weekdayAndDate,
  type Stretch,
} from '@induct/events';
