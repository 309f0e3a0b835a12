/** Tests of the databases: one contract for all of them. */
@org.jspecify.annotations.NullMarked
package docimo.store;
