@org.jspecify.annotations.NullMarked
package docimo.exchange.page;
