import type { DescribedEvent } from './programme.service';

/** An event of which nothing but its title is said: a training session for everyone. */
export const emptyEvent = (title: string): DescribedEvent => ({
  title,
  kind: 'training',
  about: '',
  format: null,
  facilitator: null,
  bring: null,
  officers: null,
  mandatory: false,
  audience: 'everyone',
  bodyId: null,
  series: null,
  seriesOrder: null,
  sessionsPromised: null,
  note: null,
  outcomes: [],
});
