export const callTermsErrors = (_terms: unknown): Record<string, string> => ({});
