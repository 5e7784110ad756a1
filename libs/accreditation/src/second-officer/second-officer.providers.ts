import { SecondOfficer } from './second-officer';

export const secondOfficerProviders = [SecondOfficer];
