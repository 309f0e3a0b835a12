@org.jspecify.annotations.NullMarked
package docimo.similarity;
