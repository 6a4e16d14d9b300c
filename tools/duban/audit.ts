import { type AuditReport, AuditVerifier, Ids } from '@app/application';
import { holdsTickets, PersistenceModule } from '@app/persistence';
import { SystemIds } from '@app/platform';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

/** Checks every record of the database that `env` names (MONGODB_URI, MONGODB_DATABASE). Throws where there is none. */
export async function verifyAudit(env: NodeJS.ProcessEnv): Promise<AuditReport> {
  const uri = env['MONGODB_URI'];
  if (!uri) throw new Error('MONGODB_URI is required');
  const dbName = env['MONGODB_DATABASE'] ?? 'duban';
  // A name misspelt must not be answered with a database that is without a break because it is without anything.
  if (!(await holdsTickets(uri, dbName)))
    throw new Error(`MONGODB_DATABASE: there are no tickets in ${dbName}`);

  @Module({
    imports: [PersistenceModule.forRoot({ uri, dbName })],
    providers: [AuditVerifier, { provide: Ids, useClass: SystemIds }],
  })
  class AuditModule {}

  const app = await NestFactory.createApplicationContext(AuditModule, {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    return await app.get(AuditVerifier).verify();
  } finally {
    await app.close();
  }
}

/** What was looked at, and each break on a line of its own. */
export function auditInWords(report: AuditReport): string {
  const { tickets, ticketEntries, configurationEntries, checkpoints, anchors, anchoredUntil, head } = report;
  const lines = [
    `tickets: ${tickets} with ${ticketEntries} entries`,
    `configuration: ${configurationEntries} entries${head ? `, the last one #${head.seq} ${head.hash}` : ''}`,
    `checkpoints: ${checkpoints} naming ${anchors} records${anchoredUntil ? `, until ${anchoredUntil.toISOString()}` : ''}`,
    ...report.breaks.map(
      ({ kind, subject, entry }) => `BREAK ${kind} ${subject}${entry === undefined ? '' : ` entry ${entry}`}`,
    ),
    report.breaks.length === 0 ? 'no break found' : `${report.breaks.length} breaks found`,
  ];
  return lines.join('\n');
}
