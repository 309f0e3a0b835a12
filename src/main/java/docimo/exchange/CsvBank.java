package docimo.exchange;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.writer.CsvWriter;
import docimo.exchange.page.MarkdownBlocks;
import docimo.exchange.page.ReferenceText;
import docimo.question.KeyPoint;
import docimo.question.MarkedExample;
import docimo.question.Question;
import docimo.question.Rule;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes banks of one row a question. The first row names the columns: id, question,
 * reference (reference_2, ...), key_points, rule, topic. Key points stand in one cell, separated by
 * {@code " | "} or line ends, or as a JSON array when they have phrasings, weights or groups. A
 * column marked_answers, if there is one, has JSON arrays.
 */
final class CsvBank {

  private static final Pattern REFERENCE =
      Pattern.compile("(?:reference|answer|reference_answer)(?:_?\\d{1,3})?");
  private static final Pattern PROMPT = Pattern.compile("question|prompt");
  private static final Pattern MARKED_ANSWERS = Pattern.compile("marked_?answers");
  private static final Pattern OTHER =
      Pattern.compile("id|key_?points|rule|topic|" + MARKED_ANSWERS);
  private static final Pattern SEPARATOR = Pattern.compile("\\s+\\|\\s+|\\n");
  private static final String REMEDY =
      "name the columns id, question, reference, reference_2, key_points, rule, topic, marked_answers";

  private final String source;
  private final List<String> columns;

  private CsvBank(String source, List<String> columns) {
    this.source = source;
    this.columns = columns;
  }

  static List<QuestionDraft> read(String source, String text) {
    List<QuestionDraft> drafts = new ArrayList<>();
    CsvBank bank = null;
    try {
      for (CsvRecord row :
          CsvReader.builder()
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .fieldSeparator(separatorOf(text))
              .allowUnclosedQuote(false)
              .ofCsvRecord(text)) {
        if (bank == null) {
          bank = new CsvBank(source, columnsOf(source, row));
        } else if (row.getFields().stream().anyMatch(cell -> !cell.isBlank())) {
          drafts.add(bank.draft(row));
        }
      }
    } catch (CsvParseException e) {
      throw new BankFormatException(
          source, 0, "the rows cannot be told apart", "check that every quote is closed");
    }
    return drafts;
  }

  /** Whether a file's first line names columns of a bank. */
  static boolean looksLikeHeader(String line) {
    List<String> names = Stream.of(line.split("[,;\\t]", -1)).map(CsvBank::columnOf).toList();
    return names.size() > 1
        && names.stream().allMatch(CsvBank::isKnown)
        && names.stream().anyMatch(name -> PROMPT.matcher(name).matches());
  }

  private static boolean isKnown(String name) {
    return REFERENCE.matcher(name).matches()
        || PROMPT.matcher(name).matches()
        || OTHER.matcher(name).matches();
  }

  private static char separatorOf(String text) {
    String header = text.lines().findFirst().orElse("");
    char best = ',';
    for (char candidate : new char[] {';', '\t'}) {
      best = count(header, candidate) > count(header, best) ? candidate : best;
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  private static List<String> columnsOf(String source, CsvRecord header) {
    List<String> names = header.getFields().stream().map(CsvBank::columnOf).toList();
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!isKnown(name)) {
        throw new BankFormatException(
            source, 1, "there is no column '" + name + "' in a bank", REMEDY);
      }
      if (!seen.add(PROMPT.matcher(name).matches() ? "question" : name)) {
        throw new BankFormatException(source, 1, "two columns are named '" + name + "'", REMEDY);
      }
    }
    if (!seen.contains("question")) {
      throw new BankFormatException(source, 1, "there is no column 'question'", REMEDY);
    }
    return names;
  }

  private static String columnOf(String name) {
    return name.strip().replace("\"", "").replace(' ', '_').toLowerCase(Locale.ROOT);
  }

  private QuestionDraft draft(CsvRecord row) {
    int line = (int) row.getStartingLineNumber();
    if (row.getFieldCount() > columns.size()) {
      throw new BankFormatException(
          source,
          line,
          "the row has " + row.getFieldCount() + " cells for " + columns.size() + " columns",
          "put quotes around cells that hold separators");
    }
    String id = first(row, Pattern.compile("id"));
    String topic = first(row, Pattern.compile("topic"));
    List<String> written = all(row, REFERENCE);
    return new QuestionDraft(
        id,
        ReferenceText.oneLine(orEmpty(first(row, PROMPT))),
        written.stream().map(ReferenceText::plain).toList(),
        points(orEmpty(first(row, Pattern.compile("key_?points"))), line),
        rule(orEmpty(first(row, Pattern.compile("rule"))), line),
        topic == null ? null : ReferenceText.oneLine(topic),
        MarkdownBlocks.removedFrom(written),
        source,
        line,
        line,
        markedAnswers(orEmpty(first(row, MARKED_ANSWERS)), line));
  }

  private List<MarkedExample> markedAnswers(String cell, int line) {
    return cell.isBlank() ? List.of() : JsonBank.readMarkedAnswers(source, cell, line);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  private @Nullable String first(CsvRecord row, Pattern column) {
    return all(row, column).stream().findFirst().orElse(null);
  }

  private List<String> all(CsvRecord row, Pattern column) {
    List<String> cells = new ArrayList<>();
    for (int at = 0; at < row.getFieldCount(); at++) {
      if (column.matcher(columns.get(at)).matches() && !row.getField(at).isBlank()) {
        cells.add(row.getField(at).strip());
      }
    }
    return cells;
  }

  private List<KeyPoint> points(String cell, int line) {
    if (cell.startsWith("[{")) {
      return JsonBank.readPoints(source, cell, line);
    }
    return SEPARATOR
        .splitAsStream(cell)
        .map(ReferenceText::oneLine)
        .filter(label -> !label.isEmpty())
        .map(KeyPoint::of)
        .toList();
  }

  private Rule rule(String cell, int line) {
    try {
      return cell.isBlank() ? Rule.ALL : Rule.parse(cell);
    } catch (IllegalArgumentException e) {
      throw new BankFormatException(
          source, line, String.valueOf(e.getMessage()), "mend the rule or leave the cell empty");
    }
  }

  static String write(List<Question> questions) {
    int references = questions.stream().mapToInt(q -> q.references().size()).max().orElse(1);
    StringWriter out = new StringWriter();
    List<String> header = new ArrayList<>(List.of("id", "question", "reference"));
    for (int number = 2; number <= references; number++) {
      header.add("reference_" + number);
    }
    header.addAll(List.of("key_points", "rule", "topic"));
    boolean isMarked = questions.stream().anyMatch(q -> !q.markedAnswers().isEmpty());
    if (isMarked) {
      header.add("marked_answers");
    }
    try (CsvWriter writer = CsvWriter.builder().build(out)) {
      writer.writeRecord(header);
      for (Question question : questions) {
        List<String> cells = cells(question, Math.max(1, references));
        if (isMarked) {
          cells.add(markedCell(question.markedAnswers()));
        }
        writer.writeRecord(cells);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static List<String> cells(Question question, int references) {
    List<String> cells = new ArrayList<>(List.of(question.id(), question.prompt()));
    for (int at = 0; at < references; at++) {
      cells.add(at < question.references().size() ? question.references().get(at) : "");
    }
    cells.add(pointsCell(question.keyPoints()));
    cells.add(question.rule().equals(Rule.ALL) ? "" : question.rule().toString());
    cells.add(orEmpty(question.topic()));
    return cells;
  }

  private static String markedCell(List<MarkedExample> marked) {
    return marked.isEmpty() ? "" : JsonBankWriter.writeMarkedAnswers(marked);
  }

  private static String pointsCell(List<KeyPoint> points) {
    Set<String> labels = new LinkedHashSet<>();
    boolean simple = true;
    for (KeyPoint point : points) {
      labels.add(point.label());
      boolean bare = point.equals(KeyPoint.of(point.label()));
      simple &=
          bare
              && !SEPARATOR.matcher(point.label()).find()
              && !point.label().contains("|")
              && !point.label().startsWith("[{");
    }
    boolean distinct = labels.size() == points.size();
    return simple && distinct ? String.join(" | ", labels) : JsonBankWriter.writePoints(points);
  }
}
