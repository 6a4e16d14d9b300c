import { readStored, writeStored } from '../../ui/device-store';

/** A report sent from this device; with it the tracking code, which the server shows only once. */
export interface DeviceTicket {
  readonly number: string;
  readonly code: string;
  readonly title: string;
  readonly at: string;
  readonly status: string;
}

const STORED = 'duban.tickets';
const KEEP = 100;

function isList(value: unknown): value is DeviceTicket[] {
  return (
    Array.isArray(value) &&
    value.every((item) => typeof item === 'object' && item !== null && 'code' in item && 'number' in item)
  );
}

/** Newest first. */
export function readDeviceTickets(): readonly DeviceTicket[] {
  return readStored(STORED, isList) ?? [];
}

/** Returns whether the browser kept it. */
export function keepDeviceTicket(ticket: DeviceTicket): boolean {
  const others = readDeviceTickets().filter(({ code }) => code !== ticket.code);
  return writeStored(STORED, [ticket, ...others].slice(0, KEEP));
}

export function forgetDeviceTicket(code: string): readonly DeviceTicket[] {
  const left = readDeviceTickets().filter((ticket) => ticket.code !== code);
  writeStored(STORED, left.length > 0 ? left : undefined);
  return left;
}

/** Notes the state last seen, for tickets that this device knows. */
export function noteStatus(code: string, status: string): void {
  const list = readDeviceTickets();
  if (list.some((ticket) => ticket.code === code && ticket.status !== status))
    writeStored(
      STORED,
      list.map((ticket) => (ticket.code === code ? { ...ticket, status } : ticket)),
    );
}
