@org.jspecify.annotations.NullMarked
package docimo.metrics;
