import { createTransport } from 'nodemailer';
import { done } from '#platform/domain/answer.ts';
import { performAsClock } from '#platform/server/call.ts';
import { defineJob } from '#platform/server/jobs.ts';
import { mailById, markSent } from './bulletin.store.ts';

/** The mail server of this installation, like smtp://user:password@host; without it letters stay in the mailbox page. */
const mailServer = process.env['SMTP_URL'];
const sender = process.env['SMTP_FROM'] ?? 'xinglin@localhost';

// The letter is marked in the transaction that sends it: a crash between the two sends it once more, never not at all.
defineJob<{ mailId: string }>('sendMail', async (app, job) =>
  performAsClock(app, job.regionId, async (call) => {
    const mail = await mailById(call, job.payload.mailId);
    if (!mail || mail.sent_at) return done;
    if (mailServer) await createTransport(mailServer).sendMail({ from: sender, to: call.crypto.open(mail.sealed_address), subject: mail.title, text: mail.body });
    await markSent(call, mail.id);
    return done;
  }, {}));
