/** Benchmarks: how long things take. Nothing here is asserted by the tests. */
@org.jspecify.annotations.NullMarked
package docimo.benchmark;
