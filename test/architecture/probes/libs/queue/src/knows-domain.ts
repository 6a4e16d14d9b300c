// fires: queue-edges
import { type Ticket } from '@app/domain';

export type Planted = Ticket;
