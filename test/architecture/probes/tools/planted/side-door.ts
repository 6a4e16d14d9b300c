// fires: front-door
import { type Ticket } from '../../../../../libs/domain/src/ticket/ticket.types';

export type Planted = Ticket;
