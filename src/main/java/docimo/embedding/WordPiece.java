package docimo.embedding;

/**
 * A word or part of one that the model knows.
 *
 * @param id its number in the vocabulary
 * @param start where it begins in the text, in UTF-16 code units
 * @param end where it ends, exclusive
 * @param continues whether it goes on with the word of the piece before
 */
record WordPiece(int id, int start, int end, boolean continues) {}
