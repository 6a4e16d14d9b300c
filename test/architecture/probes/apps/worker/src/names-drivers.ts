// fires: persistence-drivers, queue-drivers, notification-drivers, minutes-drivers, seed-drivers
import { type Queue } from 'bullmq';
import { getDayDetail } from 'chinese-days';
import mongoose from 'mongoose';
import { createTransport } from 'nodemailer';
import { SaxesParser } from 'saxes';

export type Planted = Queue;
export const planted = [getDayDetail, mongoose, createTransport, SaxesParser];
