@org.jspecify.annotations.NullMarked
package docimo.question;
