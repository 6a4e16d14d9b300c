export { PersistenceModule, type PersistenceOptions } from './persistence.module';
export { Database, SchemaTooNew } from './database/database.mongo';
export { isStoreUnavailable } from './database/mongo.errors';
export { sha256 } from './database/sha256.mongo';
export { TicketIdentityTaken } from './ticket/ticket-repository.mongo';
