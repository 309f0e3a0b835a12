@org.jspecify.annotations.NullMarked
package docimo.access;
