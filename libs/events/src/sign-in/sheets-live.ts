const HOURS = 24;

/** A PDF is a list of names: it goes a day after it was asked for, and is printed anew for whoever asks again (1346). */
export const sheetsLiveSince = (now: Date): Date => new Date(now.getTime() - HOURS * 3_600_000);
