// fires: storage-edges
import { PersistenceModule } from '@app/persistence';

export const planted = PersistenceModule;
