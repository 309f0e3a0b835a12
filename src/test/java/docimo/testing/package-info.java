@org.jspecify.annotations.NullMarked
package docimo.testing;
