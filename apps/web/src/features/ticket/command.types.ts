import type { TicketCommand } from '../../api/contract.types';

/** Commands given in a dialog; comments and ratings have their place on the page. */
export type DialogCommand = Exclude<TicketCommand, 'comment' | 'rate'>;
