/** Where the API lives; a breaking change would live elsewhere. */
export const API = 'api/v1';
