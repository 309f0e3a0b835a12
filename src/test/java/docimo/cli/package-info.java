@org.jspecify.annotations.NullMarked
package docimo.cli;
