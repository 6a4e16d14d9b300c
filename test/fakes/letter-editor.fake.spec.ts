import { describeLetterEditor } from '../contracts/letter-editor.contract';
import { FakeLetterEditor } from './letter-editor.fake';

describeLetterEditor('FakeLetterEditor', () => new FakeLetterEditor());
