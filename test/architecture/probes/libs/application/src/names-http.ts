// fires: application-edges
import { type LoginRequest } from '@app/contracts/http';

export type Planted = LoginRequest;
