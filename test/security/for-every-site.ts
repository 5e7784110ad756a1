/** What wallets on other sites read: nobody's in particular, and the same for everybody. */
export const FOR_EVERY_SITE = /^\/(credentials\/|\.well-known\/did\.json$)/;
