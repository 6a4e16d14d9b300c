import { TICKET_COMMANDS, type TicketCommandName } from '@app/domain';

/** `submitResult` as its route says it: `submit-result`. */
export function kebabCase(command: string): string {
  return command.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** The command that a route's name stands for, or undefined where there is none of that name. */
export function commandNamed(name: string): TicketCommandName | undefined {
  return TICKET_COMMANDS.find((command) => kebabCase(command) === name);
}
