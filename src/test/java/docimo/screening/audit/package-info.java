/** Tests of the chain of events. */
@org.jspecify.annotations.NullMarked
package docimo.screening.audit;
