export { createContentOrigin } from './content-origin';
export { correctedPackage } from './demo/corrected-package';
export { CHAMPIONS, MEMBERS, PERSONAS, STAFF, STEERING_GROUP } from './demo/council';
export { BY_ELECTION } from './demo/council-in-time';
