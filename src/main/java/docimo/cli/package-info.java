/**
 * docimo on the command line: {@link docimo.cli.Main} and one class for each command. Results go to
 * standard output, everything else to standard error; exit 0 done, 1 failed, 2 wrong usage. The
 * only package that touches the standard streams.
 */
@org.jspecify.annotations.NullMarked
package docimo.cli;
