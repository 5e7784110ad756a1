export { createProgressTracker } from './app';
export { ProgressTrackerModule } from './progress-tracker.module';
export { RunTimeApiModule } from './run-time-api.module';
