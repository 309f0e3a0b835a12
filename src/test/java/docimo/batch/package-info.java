@org.jspecify.annotations.NullMarked
package docimo.batch;
