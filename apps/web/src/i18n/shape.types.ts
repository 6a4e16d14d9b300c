/** The same keys with texts of another language: a missing translation does not compile, nor does a list cut short. */
export type SameShape<T> = T extends string ? string : { readonly [K in keyof T]: SameShape<T[K]> };
