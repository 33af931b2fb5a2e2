import en from 'zod/v4/locales/en.js';

/**
 * For whoever reads what a schema refused: zod/mini by itself says “Invalid input” of everything. Given with each
 * reading, so that importing a file configures nothing.
 */
export const inEnglish = { error: en().localeError };
