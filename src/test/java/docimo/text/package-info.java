@org.jspecify.annotations.NullMarked
package docimo.text;
