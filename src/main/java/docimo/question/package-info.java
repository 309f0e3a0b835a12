/**
 * What is asked and what a full answer says: {@link docimo.question.Question} with its reference
 * answers, {@link docimo.question.KeyPoint}s and {@link docimo.question.Rule}, and the {@link
 * docimo.question.QuestionBank} they are found in. Plain immutable values that know nothing of
 * files, text analysis or marks; everything else in docimo reads them.
 */
@org.jspecify.annotations.NullMarked
package docimo.question;
