/**
 * Turns prose into what can be compared: {@link docimo.text.TextAnalyzer} gives sentences and
 * {@link docimo.text.Token}s with lemma, stem, part of speech, polarity and offsets into the text
 * as it was sent. The only package that knows OpenNLP; it knows nothing of questions or marks.
 */
@org.jspecify.annotations.NullMarked
package docimo.text;
