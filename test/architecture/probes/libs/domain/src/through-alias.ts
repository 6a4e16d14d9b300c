// fires: domain-edges
// The trap: without the tsConfig option this import cannot be resolved and passes every other rule.
import { PersistenceModule } from '@app/persistence';

export const planted = PersistenceModule;
