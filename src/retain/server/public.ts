// The front door of retain.
export { judgeDaily } from './judging.ts';
