@org.jspecify.annotations.NullMarked
package docimo.app;
