// fires: persistence-drivers, queue-drivers, notification-drivers, minutes-drivers, storage-drivers, media-drivers, seed-drivers
import { type Queue } from 'bullmq';
import { getDayDetail } from 'chinese-days';
import { Client } from 'minio';
import mongoose from 'mongoose';
import { createTransport } from 'nodemailer';
import { SaxesParser } from 'saxes';
import sharp from 'sharp';

export type Planted = Queue;
export const planted = [Client, getDayDetail, mongoose, createTransport, SaxesParser, sharp];
