export * from './tables';
export * from './certificate-facts';
export * from './certificate-number';
export * from './holder-name';
export * from './london-dates';
export * from './printed-facts';
export * from './validity';
