// fires: application-edges, persistence-drivers
import { type Model } from 'mongoose';

export type Planted = Model<unknown>;
