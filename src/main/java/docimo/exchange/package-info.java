/**
 * Question banks in and out: Markdown, CSV and JSON files become {@link docimo.question.Question}s
 * and back. {@link docimo.exchange.BankFiles} is the way in; {@link docimo.exchange.ReferenceText}
 * says what a reference answer looks like once its markup is gone; {@link docimo.exchange.BankLint}
 * tells an author what to mend. The only package that knows commonmark and the CSV library; {@code
 * app} and {@code cli} feed the questions on to grading.
 */
@org.jspecify.annotations.NullMarked
package docimo.exchange;
