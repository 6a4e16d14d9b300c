import { NotificationRepository, ResendNotificationHandler } from '@app/application';
import { listNotificationsSchema, notificationPageSchema, notificationSchema } from '@app/contracts/http';
import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { createZodDto, ZodResponse } from 'nestjs-zod';
import { Allow } from '../access/access.decorator';
import { Office } from '../reference/office-names';
import { API } from '../requests/api-path';
import { afterOf, pageOf } from '../requests/cursor';
import { Problems } from '../requests/problems.decorator';
import { valueOf } from '../requests/refusal';
import { presentNotification } from './notification.presenter';

class ListNotificationsDto extends createZodDto(listNotificationsSchema) {}
class NotificationPageDto extends createZodDto(notificationPageSchema) {}
class NotificationDto extends createZodDto(notificationSchema) {}

@ApiTags('administration')
@Controller(`${API}/notifications`)
@Allow('dispatcher', 'admin')
export class NotificationsController {
  constructor(
    private readonly notifications: NotificationRepository,
    private readonly resending: ResendNotificationHandler,
    private readonly office: Office,
  ) {}

  /** Newest first. */
  @Get()
  @Problems('REQUEST.CURSOR_INVALID')
  @ZodResponse({ status: 200, type: NotificationPageDto })
  async listNotifications(@Query() { status, ticket, cursor, limit }: ListNotificationsDto) {
    const filter = {
      ...(status === undefined ? {} : { status }),
      ...(ticket === undefined ? {} : { ticketNumber: ticket }),
    };
    const found = await this.notifications.list(filter, { ...afterOf(cursor), limit: limit + 1 });
    const names = await this.office.names();
    return pageOf(
      found,
      limit,
      ({ id }) => id,
      (notification) => presentNotification(notification, names),
    );
  }

  /** A new round of tries for a letter that failed. */
  @Post(':id/resend')
  @Problems('NOTIFICATION.NOT_FOUND', 'NOTIFICATION.NOT_RESENDABLE')
  @ZodResponse({ status: 200, type: NotificationDto })
  async resend(@Param('id') id: string) {
    return presentNotification(valueOf(await this.resending.execute(id)), await this.office.names());
  }
}
