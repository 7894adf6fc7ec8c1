// The front door of the bulletin.
export { noticeOf, publishNotice, withdrawNotice, type NewNotice } from './publishNotice.ts';
export { sendMessage, type NewMessage } from './sendMessage.ts';
