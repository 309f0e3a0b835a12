package docimo.text;

import docimo.text.WordTokenizer.Piece;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import opennlp.tools.lemmatizer.LemmatizerME;
import opennlp.tools.lemmatizer.LemmatizerModel;
import opennlp.tools.ml.model.MaxentModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerME;
import opennlp.tools.tokenize.TokenizerModel;
import opennlp.tools.util.Span;

/**
 * Analyses English text with the OpenNLP models. The models are immutable and shared; the OpenNLP
 * tools are not thread-safe, so each analysis borrows a set of them from a pool that grows to the
 * number of analyses that ever ran at once. Thread-safe.
 */
public final class OpenNlpTextAnalyzer implements TextAnalyzer {

  /**
   * The models, loaded.
   *
   * @param sentences where sentences end
   * @param tokens where words end
   * @param tags parts of speech
   * @param lemmas dictionary forms
   */
  private record Models(
      SentenceModel sentences, TokenizerModel tokens, POSModel tags, LemmatizerModel lemmas) {}

  private static final int MOST_IDLE_TOOLS = 64;

  /**
   * The tagger keeps a history of the sentence for each step: long ones are tagged in stretches.
   */
  private static final int LONGEST_TAGGED = 120;

  private final Models models;
  private final BlockingQueue<Tools> idle = new ArrayBlockingQueue<>(MOST_IDLE_TOOLS);
  private final ConcurrentHashMap<String, WordForms.Forms> forms = new ConcurrentHashMap<>();
  private final StopWords stopWords = StopWords.load();

  private OpenNlpTextAnalyzer(Models models) {
    this.models = models;
  }

  /**
   * Loads the models; the streams are read to their end and not closed.
   *
   * @param sentences an OpenNLP sentence model
   * @param tokens an OpenNLP tokenizer model
   * @param tags an OpenNLP part-of-speech model with universal tags
   * @param lemmas an OpenNLP statistical lemmatizer model
   * @throws IOException when a stream cannot be read or holds no such model
   */
  public static OpenNlpTextAnalyzer load(
      InputStream sentences, InputStream tokens, InputStream tags, InputStream lemmas)
      throws IOException {
    return new OpenNlpTextAnalyzer(
        new Models(
            new SentenceModel(sentences),
            new TokenizerModel(tokens),
            withNarrowBeam(new POSModel(tags)),
            new LemmatizerModel(lemmas)));
  }

  /**
   * The same tagger with a beam of one. The model weighs no tag by the tags before it, so a wider
   * beam finds the same tags and only asks the model the same question several times.
   */
  private static POSModel withNarrowBeam(POSModel tags) {
    MaxentModel model = tags.getArtifact("pos.model");
    return new POSModel("en", model, 1, null, tags.getFactory());
  }

  @Override
  public AnalyzedText analyze(String text) {
    NormalizedText source = TextNormalizer.normalize(text);
    Tools borrowed = idle.poll();
    Tools tools = borrowed == null ? new Tools() : borrowed;
    List<Sentence> sentences = tools.analyze(source);
    returnTools(tools);
    List<Token> tokens = sentences.stream().flatMap(s -> s.tokens().stream()).toList();
    return new AnalyzedText(source, sentences, Acronyms.introducedIn(tokens));
  }

  /** Tools beyond what is kept are let go, so that a burst does not hold memory for ever. */
  @SuppressWarnings("unused")
  private void returnTools(Tools tools) {
    boolean kept = idle.offer(tools);
  }

  /** One set of OpenNLP tools, used by one analysis at a time. */
  private final class Tools {

    private final SentenceSplitter splitter =
        new SentenceSplitter(new SentenceDetectorME(models.sentences));
    private final WordTokenizer tokenizer = new WordTokenizer(new TokenizerME(models.tokens));
    private final POSTaggerME tagger = new POSTaggerME(models.tags);
    private final WordForms wordForms = new WordForms(new LemmatizerME(models.lemmas), forms);

    List<Sentence> analyze(NormalizedText source) {
      List<Sentence> sentences = new ArrayList<>();
      for (Span span : splitter.split(source.text())) {
        List<Piece> pieces = tokenizer.tokenize(source.text(), span.getStart(), span.getEnd());
        for (int from = 0; from < pieces.size(); from += LONGEST_TAGGED) {
          int to = Math.min(pieces.size(), from + LONGEST_TAGGED);
          sentences.add(sentence(source, pieces.subList(from, to)));
        }
      }
      return sentences;
    }

    private Sentence sentence(NormalizedText source, List<Piece> pieces) {
      List<String> words =
          pieces.stream().map(p -> source.text().substring(p.start(), p.end())).toList();
      String[] tags = tags(pieces, words);
      List<WordForms.Forms> forms = new ArrayList<>();
      List<Negation.Word> polarity = new ArrayList<>();
      for (int i = 0; i < pieces.size(); i++) {
        forms.add(forms(pieces.get(i).kind(), words.get(i), tags[i]));
        polarity.add(Negation.Word.of(words.get(i), forms.get(i).lemma(), tags[i]));
      }
      Negation negation = Negation.of(polarity);
      List<Token> tokens = new ArrayList<>();
      for (int i = 0; i < pieces.size(); i++) {
        tokens.add(token(source, pieces.get(i), words.get(i), tags[i], forms.get(i), negation, i));
      }
      List<Token> measured = Quantities.joinUnits(Quantities.joinNumbers(tokens));
      return new Sentence(
          measured.get(0).start(), measured.get(measured.size() - 1).end(), measured);
    }

    /** Punctuation alone has nothing to tag, and there can be a great deal of it. */
    private String[] tags(List<Piece> pieces, List<String> words) {
      if (pieces.stream().allMatch(piece -> piece.kind() == Token.Kind.PUNCTUATION)) {
        return Collections.nCopies(words.size(), "PUNCT").toArray(String[]::new);
      }
      return tagger.tag(words.toArray(String[]::new));
    }

    private WordForms.Forms forms(Token.Kind kind, String word, String tag) {
      return switch (kind) {
        case WORD -> wordForms.of(word, tag);
        case CODE -> wordForms.ofCode(word);
        // a number too long to be read as one is at least equal to itself
        case NUMBER -> new WordForms.Forms(word, List.of(word), List.of());
        case PUNCTUATION -> new WordForms.Forms(word, List.of(), List.of());
      };
    }

    private Token token(
        NormalizedText source,
        Piece piece,
        String word,
        String tag,
        WordForms.Forms forms,
        Negation negation,
        int index) {
      Optional<Quantity> quantity =
          piece.kind() == Token.Kind.PUNCTUATION ? Optional.empty() : Quantity.parse(word);
      return new Token(
          word,
          source.originalStart(piece.start()),
          source.originalEnd(piece.end()),
          quantity.isPresent() ? Token.Kind.NUMBER : piece.kind(),
          tag,
          forms.lemma(),
          quantity.map(q -> List.of(q.term())).orElse(forms.terms()),
          quantity.isPresent() ? List.of() : forms.parts(),
          quantity.orElse(null),
          piece.kind() == Token.Kind.WORD
              && quantity.isEmpty()
              && stopWords.contains(word.toLowerCase(Locale.ROOT)),
          negation.isNegated(index),
          negation.isLessened(index));
    }
  }
}
