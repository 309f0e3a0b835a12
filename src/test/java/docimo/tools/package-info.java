/** Programs that make what ships in {@code models/}; not part of the product. */
@org.jspecify.annotations.NullMarked
package docimo.tools;
