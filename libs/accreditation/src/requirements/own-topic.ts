/** How the topic of to have been at an event begins. With two hyphens, which no module has: it takes none from those to come. */
export const OWN_TOPIC = 'event--';
