import { TicketDesk, TicketRepository } from '@app/application';
import { TRACKING_LIVE_EVENTS } from '@app/contracts/http';
import { type Ticket } from '@app/domain';
import { Controller, Get, Ip, Param, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { Public } from '../access/access.decorator';
import { RateLimited } from '../limits/rate-limited.decorator';
import { API } from '../requests/api-path';
import { TrackedTickets } from '../tickets/tracked-tickets';
import { EventStreamResponse } from './event-stream.decorator';
import { LiveDoor } from './live-door';
import { TrackingWatcher } from './tracking-watcher';

/** A whole campus may come from one address. */
const MOST_OF_AN_ADDRESS = 200;

@ApiTags('live')
@Controller(`${API}/tracking`)
@Public()
@RateLimited('track')
export class TrackingLiveController {
  constructor(
    private readonly door: LiveDoor,
    private readonly desk: TicketDesk,
    private readonly tickets: TicketRepository,
    private readonly tracked: TrackedTickets,
  ) {}

  /** Server-sent events that say only that this one ticket has changed. */
  @Get(':trackingCode/live')
  @EventStreamResponse(TRACKING_LIVE_EVENTS, 'TICKET.NOT_FOUND')
  async liveTracked(
    @Param('trackingCode') code: string,
    @Ip() address: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const ticket = await this.tracked.find(code, address);
    const look = async () => this.chainOf((await this.tickets.byId(ticket.id)) ?? ticket);
    const watcher = new TrackingWatcher(await this.chainOf(ticket), look);
    this.door.enter(request, reply, watcher, { who: address, most: MOST_OF_AN_ADDRESS });
  }

  /** The ticket and what it was merged into, the nearest and the last. */
  private async chainOf(ticket: Ticket): Promise<readonly string[]> {
    const followed = await this.desk.followed(ticket);
    return [ticket.id, ticket.mergedInto?.id, followed?.id].filter((id) => id !== undefined);
  }
}
