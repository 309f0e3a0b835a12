@org.jspecify.annotations.NullMarked
package docimo.logging;
