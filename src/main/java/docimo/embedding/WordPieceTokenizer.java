package docimo.embedding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cuts words into the pieces that a BERT model knows, the longest first (Wu et al. 2016, section
 * 4.1). Reads the {@code tokenizer.json} that such models come with; what that file says of padding
 * and truncation is left out, so that every piece of a text is kept. The name of a mark, as {@code
 * [SEP]}, is no mark when it stands in a text: nobody who writes an answer may end it for the
 * model. Immutable.
 */
public final class WordPieceTokenizer {

  private static final int LONGEST_WORD = 100;

  /** The words of the vocabulary are field names: tens of thousands, each met once. */
  private static final ObjectMapper JSON =
      new ObjectMapper(
          JsonFactory.builder()
              .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
              .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
              .build());

  private final Map<String, Integer> vocabulary;
  private final String continuation;
  private final int longestWord;
  private final int unknown;
  private final int begin;
  private final int end;
  private final boolean lowerCase;
  private final boolean stripAccents;
  private final boolean spaceChinese;

  private WordPieceTokenizer(JsonNode file) throws IOException {
    JsonNode model = file.path("model");
    JsonNode normalizer = file.path("normalizer");
    if (!model.path("vocab").isObject()
        || !model.path("type").asText("WordPiece").equals("WordPiece")
        || !normalizer.path("type").asText().equals("BertNormalizer")
        || !normalizer.path("clean_text").asBoolean(true)
        || !file.path("pre_tokenizer").path("type").asText().equals("BertPreTokenizer")) {
      throw new IOException("not the tokenizer.json of a BERT model with word pieces");
    }
    this.vocabulary = new HashMap<>();
    model
        .path("vocab")
        .properties()
        .forEach(entry -> vocabulary.put(entry.getKey(), entry.getValue().asInt()));
    this.continuation = model.path("continuing_subword_prefix").asText("##");
    this.longestWord = model.path("max_input_chars_per_word").asInt(LONGEST_WORD);
    this.unknown = id(model.path("unk_token").asText("[UNK]"));
    this.begin = id("[CLS]");
    this.end = id("[SEP]");
    this.lowerCase = normalizer.path("lowercase").asBoolean(true);
    this.stripAccents = normalizer.path("strip_accents").asBoolean(lowerCase);
    this.spaceChinese = normalizer.path("handle_chinese_chars").asBoolean(true);
  }

  /**
   * Reads a tokenizer; the stream is read to its end and not closed.
   *
   * @param json the content of a {@code tokenizer.json}
   * @throws IOException when it cannot be read or is that of another kind of tokenizer
   */
  public static WordPieceTokenizer read(InputStream json) throws IOException {
    return new WordPieceTokenizer(JSON.readTree(json.readAllBytes()));
  }

  /** The word pieces of a text in order, without the marks of {@link #begin} and {@link #end}. */
  List<WordPiece> tokenize(String text) {
    List<WordPiece> pieces = new ArrayList<>();
    for (BertText.Word word : BertText.words(text, lowerCase, stripAccents, spaceChinese)) {
      cut(word, pieces);
    }
    return pieces;
  }

  /** The mark that begins every input of the model. */
  int begin() {
    return begin;
  }

  /** The mark that ends every input of the model. */
  int end() {
    return end;
  }

  private void cut(BertText.Word word, List<WordPiece> pieces) {
    int size = word.size();
    int kept = pieces.size();
    int from = 0;
    while (from < size && size <= longestWord) {
      int to = size;
      Integer id = null;
      while (to > from) {
        String letters = word.letters(from, to);
        id = vocabulary.get(from == 0 ? letters : continuation + letters);
        if (id != null) {
          break;
        }
        to--;
      }
      if (id == null) {
        break;
      }
      pieces.add(new WordPiece(id, word.start(from), word.end(to - 1), from > 0));
      from = to;
    }
    if (from < size) {
      pieces.subList(kept, pieces.size()).clear();
      pieces.add(new WordPiece(unknown, word.start(0), word.end(size - 1), false));
    }
  }

  private int id(String token) throws IOException {
    Integer id = vocabulary.get(token);
    if (id == null) {
      throw new IOException("the vocabulary of the tokenizer has no " + token);
    }
    return id;
  }
}
