/**
 * Pages of Markdown and HTML, as people write them, to text and questions. {@link
 * docimo.exchange.page.SourceLines} sets the lines right, {@link
 * docimo.exchange.page.MarkdownBlocks} makes flat {@link docimo.exchange.page.Block}s of them,
 * {@link docimo.exchange.page.QuestionPage} finds the questions among the blocks, and {@link
 * docimo.exchange.page.ReferenceText} is what an answer is once its markup is gone. The only
 * package that knows commonmark; {@code exchange} makes questions of what is found.
 */
@org.jspecify.annotations.NullMarked
package docimo.exchange.page;
