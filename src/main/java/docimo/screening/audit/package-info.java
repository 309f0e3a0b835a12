/**
 * What happened, in a chain that shows every change: {@link docimo.screening.audit.AuditEvent}s are
 * made of {@link docimo.screening.audit.AuditDraft}s by an {@link docimo.screening.audit.AuditLog},
 * each with the hash of the one before, and {@link docimo.screening.audit.ChainCheck} finds the
 * first that does not fit. Events have ids, versions, hashes and numbers, never the text of an
 * answer.
 */
@org.jspecify.annotations.NullMarked
package docimo.screening.audit;
