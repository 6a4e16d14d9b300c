export { PersistenceModule, type PersistenceOptions } from './persistence.module';
export { Database, SchemaTooNew, SchemaTooOld } from './database/database.mongo';
export { isStoreUnavailable } from './database/mongo.errors';
export { sha256 } from './database/sha256.mongo';
export { type IdentityKeys } from './identity/identity-cipher.mongo';
export { DirectoryNotSeeded } from './directory/directory.errors';
export { LoginSessionStore } from './login-session/login-session-store.mongo';
export { DatabaseSeed, type SeedData } from './seed/database.seed';
export { TicketIdentityTaken } from './ticket/ticket-repository.mongo';
