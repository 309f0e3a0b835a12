@org.jspecify.annotations.NullMarked
package docimo.embedding;
