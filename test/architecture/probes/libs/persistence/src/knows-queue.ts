// fires: persistence-edges
import { QueueModule } from '@app/queue';

export const planted = QueueModule;
