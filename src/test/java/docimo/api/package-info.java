@org.jspecify.annotations.NullMarked
package docimo.api;
