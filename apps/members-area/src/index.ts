export { createMembersArea } from './app';
