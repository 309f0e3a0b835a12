/** Tests of the rules of screenings, without any database. */
@org.jspecify.annotations.NullMarked
package docimo.screening;
