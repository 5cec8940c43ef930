export const LOGGER = Symbol('logger');
export const TRACING = Symbol('tracing');
export const CASE_ACTIVITIES = Symbol('case activities');
export const POSTMAN = Symbol('postman');
