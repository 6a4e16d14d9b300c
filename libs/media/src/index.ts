export { MediaModule, type MediaOptions } from './media.module';
