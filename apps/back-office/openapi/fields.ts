/** The fields of a DTO class as a plain object, which may be spread: nothing here needs the class's prototype. */
export type Fields<T> = { [K in keyof T]: T[K] };
