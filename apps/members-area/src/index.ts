export { createMembersArea } from './app';
export { findRooms } from './frame/rooms';
export { sitePlan } from './frame/site-plan';
