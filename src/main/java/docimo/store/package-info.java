/**
 * Keeps screenings in a database: {@link docimo.store.Database} opens one by its {@link
 * docimo.store.DatabaseUrl} and brings it up to date, {@link docimo.store.SqlStore} runs
 * transactions on it, and one class for each port of {@code screening} has its SQL. {@link
 * docimo.store.DatabaseJobQueue} hands out parts of jobs.
 */
@org.jspecify.annotations.NullMarked
package docimo.store;
