import type { TicketCommand } from '../../api/contract.types';

/**
 * Commands given in a dialog, in the order of what one usually wants to do; the first one possible is the page's main
 * button. The others are given through the API.
 */
export const DIALOG_COMMANDS = [
  'approve-result',
  'submit-result',
  'accept',
  'dispatch',
  'return-result',
  'transfer',
  'return',
  'decline',
] as const satisfies readonly TicketCommand[];
export type DialogCommand = (typeof DIALOG_COMMANDS)[number];

/** Comments and ratings have their place on the page. */
export type ShownCommand = DialogCommand | 'comment' | 'rate';
