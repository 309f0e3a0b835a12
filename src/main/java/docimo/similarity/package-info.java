/**
 * The mathematics of likeness between an answer and a reference, without any notion of marks:
 * {@link docimo.similarity.Keywords} are what a reference says, weighed by {@link
 * docimo.similarity.TermWeights}; {@link docimo.similarity.KeywordCoverage} tells which of them an
 * {@link docimo.similarity.AnswerIndex} holds; {@link docimo.similarity.TfIdfCosine} compares the
 * wording as a whole. The only package that knows Commons Text.
 */
@org.jspecify.annotations.NullMarked
package docimo.similarity;
