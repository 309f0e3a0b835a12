/**
 * Texts as vectors. A {@link docimo.embedding.TextEncoder} gives a text one vector and each stretch
 * of it another; {@link docimo.embedding.OnnxTextEncoder} runs a BERT-style model inside the JVM,
 * fed by {@link docimo.embedding.WordPieceTokenizer}.
 */
@org.jspecify.annotations.NullMarked
package docimo.embedding;
