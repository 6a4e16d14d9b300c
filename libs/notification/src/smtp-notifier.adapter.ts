import { createTransport, type Transporter } from 'nodemailer';
import { type Letter, LetterRefused, Notifier } from '@app/application';

export interface SmtpOptions {
  /** smtp://user:password@host:port, or smtps:// for TLS from the first byte. */
  readonly smtpUrl: string;
  /** The sender, as `name <address>` or an address alone. */
  readonly from: string;
  /** How long the server may be silent at any point, in milliseconds; 10 s unless told. */
  readonly timeoutMs?: number;
  readonly maxConnections?: number;
}

/** The whole of one sending, whatever the server trickles. */
const SENDING_TIMEOUTS = 3;

/** Letters by SMTP through a pool of connections that are opened when needed and kept while they are used. */
export class SmtpNotifier extends Notifier {
  private readonly transport: Transporter;
  private readonly sendingTimeoutMs: number;

  constructor({ smtpUrl, from, timeoutMs = 10_000, maxConnections = 3 }: SmtpOptions) {
    super();
    this.sendingTimeoutMs = timeoutMs * SENDING_TIMEOUTS;
    this.transport = createTransport(
      {
        url: smtpUrl,
        pool: true,
        maxConnections,
        maxMessages: 100,
        // Whoever sends tries again by their own rules, and has to hear of a failure to do so.
        maxRequeues: 0,
        dnsTimeout: timeoutMs,
        connectionTimeout: timeoutMs,
        greetingTimeout: timeoutMs,
        socketTimeout: timeoutMs,
        disableFileAccess: true,
        disableUrlAccess: true,
      },
      { from: oneLine(from), headers: { 'Auto-Submitted': 'auto-generated' } },
    );
  }

  async send(letter: Letter): Promise<void> {
    const { address, name } = letter.to;
    if (!/^[^\s@<>()[\]\\,;:"]+@[^\s@<>()[\]\\,;:"]+$/.test(address))
      throw new LetterRefused('The address is not one that a letter can be sent to.');
    try {
      await this.transport.sendMail({
        to: { address, name: oneLine(name ?? '') },
        subject: oneLine(letter.subject),
        text: letter.text,
        html: letter.html,
        messageId: letter.messageId,
        ...(letter.correlationId === undefined
          ? {}
          : { headers: { 'X-Correlation-Id': oneLine(letter.correlationId) } }),
        signal: AbortSignal.timeout(this.sendingTimeoutMs),
      });
    } catch (error) {
      throw isRefusal(error) ? new LetterRefused(error.message, { cause: error }) : error;
    }
  }

  async check(): Promise<void> {
    await this.transport.verify();
  }

  /** Closes the pool; what is being sent is finished first. */
  onApplicationShutdown(): void {
    this.transport.close();
  }
}

interface SmtpError extends Error {
  readonly responseCode: number;
}

/**
 * A 5xx to the recipient or to the letter itself is final (RFC 5321 section 4.2.1). One to the greeting, the login
 * or the sender is about how this system is set up, which an administrator may mend while the letter waits.
 */
function isRefusal(error: unknown): error is SmtpError {
  if (!(error instanceof Error)) return false;
  const { responseCode, command } = error as Partial<SmtpError> & { command?: string };
  return responseCode !== undefined && responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
}

/** Nothing that could end a header and begin another. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
