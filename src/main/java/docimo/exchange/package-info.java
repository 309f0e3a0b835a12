/**
 * Question banks in and out: Markdown, CSV and JSON files become {@link docimo.question.Question}s
 * and back. {@link docimo.exchange.BankFiles} is the way in and out; {@link
 * docimo.exchange.BankLint} tells an author what to mend; what Markdown means is the concern of
 * {@link docimo.exchange.page}. Marked answers come in by {@link
 * docimo.exchange.MarkedAnswerReader}. The only package that knows the CSV library; {@code api},
 * {@code app} and {@code cli} feed the questions on to grading.
 */
@org.jspecify.annotations.NullMarked
package docimo.exchange;
