package docimo.cli;

import docimo.app.Application;
import docimo.app.Models;
import docimo.evaluation.Bootstrap;
import docimo.evaluation.DatasetLicence;
import docimo.evaluation.Evaluation;
import docimo.evaluation.Fit;
import docimo.evaluation.LeaveOneOut;
import docimo.evaluation.LinearModel;
import docimo.evaluation.MarkedAnswer;
import docimo.evaluation.ModelText;
import docimo.evaluation.Observation;
import docimo.evaluation.Observer;
import docimo.evaluation.Protocol;
import docimo.evaluation.TrainingRecord;
import docimo.grading.Answer;
import docimo.grading.Grader;
import docimo.grading.ScoringModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Fits a scoring model. */
@Command(
    name = "train",
    description = "Fits a scoring model to answers that people have marked.",
    footer = {
      "",
      "Rows of DATA are as 'docimo evaluate' reads them. The model says how questions",
      "are marked whose key points docimo derives from the reference; what the base",
      "model says of key points that an author wrote is kept. Data sets that state no",
      "licence are skipped. The same data give the same file, to the byte."
    })
final class TrainCommand extends ConsoleCommand {

  @Mixin private MarkedAnswerFiles data = new MarkedAnswerFiles();

  @Option(
      names = "--output",
      paramLabel = "FILE",
      required = true,
      description = "Where the model is written.")
  @SuppressWarnings("NullAway.Init") // the parser sees to it
  private Path output;

  @Option(names = "--overwrite", description = "Replace the file if there is one.")
  private boolean overwrite;

  @Option(
      names = "--base",
      paramLabel = "FILE",
      description = "The model whose other parts are kept; the one that docimo uses (default).")
  private @Nullable Path base;

  TrainCommand(Console console) {
    super(console);
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (data.limit() < 1) {
      throw wrongUsage("--limit must be at least 1");
    }
    if (Files.exists(output) && !overwrite) {
      throw new CommandFailedException(
          output + " is there already; give another name, or --overwrite to replace it");
    }
    Map<String, String> kept = base();
    Data allowed = allowedData();
    Grader grader = Application.start().grader();
    String encoder = encoder(grader, allowed.answers().get(0));
    List<Observation> rows =
        MarkedAnswerFiles.observe(allowed.answers(), Observer.forFit(grader), console);
    LinearModel model = Fit.all().modelWithInterval(rows);
    String text = ModelText.of(model, kept, comments(rows, model, encoder, allowed.files()));
    ScoringModel.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    write(text);
    console.out().print(text);
    return DONE;
  }

  /**
   * What a model is fitted on.
   *
   * @param answers not empty
   * @param files the files that they are in
   */
  private record Data(List<MarkedAnswer> answers, List<Path> files) {}

  private Data allowedData() throws IOException {
    List<MarkedAnswer> answers = new ArrayList<>();
    List<Path> used = new ArrayList<>();
    Set<String> skipped = new LinkedHashSet<>();
    for (Path file : data.files()) {
      List<MarkedAnswer> all = data.read(file, answer -> true);
      List<MarkedAnswer> allowed =
          all.stream().filter(answer -> DatasetLicence.allowsFitting(answer.dataset())).toList();
      all.stream()
          .map(MarkedAnswer::dataset)
          .filter(dataset -> !DatasetLicence.allowsFitting(dataset))
          .forEach(skipped::add);
      answers.addAll(allowed);
      if (!allowed.isEmpty()) {
        used.add(file);
      }
    }
    for (String dataset : skipped) {
      console.err().println("docimo: " + dataset + " states no licence; nothing is fitted on it");
    }
    if (answers.isEmpty()) {
      throw new CommandFailedException("the data have no answer that a model may be fitted on");
    }
    return new Data(answers, used);
  }

  /** The encoder that measures meaning; a fit without it would leave its signals out for good. */
  private static String encoder(Grader grader, MarkedAnswer answer) {
    String encoder =
        grader.grade(answer.question(), Answer.of(answer.answer())).versions().encoder();
    if (encoder == null) {
      throw new CommandFailedException(
          "a model is fitted with the sentence encoder, and none is chosen; choose one");
    }
    return encoder;
  }

  private Map<String, String> base() throws IOException {
    Properties properties = new Properties();
    try (InputStream in = base == null ? new Models().open("scoring") : InputFile.open(base)) {
      byte[] content = in.readAllBytes();
      try {
        ScoringModel.read(new ByteArrayInputStream(content));
      } catch (IOException e) {
        throw new CommandFailedException(base + " cannot be built on: " + e.getMessage());
      }
      properties.load(
          new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
    }
    Map<String, String> keys = new TreeMap<>();
    properties.stringPropertyNames().forEach(k -> keys.put(k, properties.getProperty(k)));
    return keys;
  }

  private List<String> comments(
      List<Observation> rows, LinearModel model, String encoder, List<Path> files)
      throws IOException {
    List<String> comments = new ArrayList<>();
    comments.add("A scoring model for marks with the sentence encoder, made by 'docimo train'.");
    comments.add("docimo " + Application.version() + ", encoder " + encoder);
    if (data.limit() != Long.MAX_VALUE) {
      comments.add("the first " + data.limit() + " rows of each file only");
    }
    comments.add("kept from the base model, not fitted: verdict.*, written.*");
    comments.addAll(TrainingRecord.datasets(rows));
    for (Path file : files.stream().sorted().toList()) {
      comments.add("SHA-256 of " + file.getFileName() + ": " + sha256(file));
    }
    comments.add("ridge strength " + model.ridge());
    comments.addAll(heldOut(rows));
    return comments;
  }

  private static List<String> heldOut(List<Observation> rows) {
    if (rows.stream().map(row -> row.answer().dataset()).distinct().count() < 2) {
      return List.of("held-out figures need two data sets");
    }
    return TrainingRecord.figures(
        new Evaluation(Protocol.ASAG2024, new Bootstrap(1, 1))
            .report(LeaveOneOut.judge(rows, answer -> true, Fit.all(), false)));
  }

  private static String sha256(Path file) throws IOException {
    try (DigestInputStream in =
        new DigestInputStream(InputFile.open(file), MessageDigest.getInstance("SHA-256"))) {
      in.transferTo(OutputStream.nullOutputStream());
      return HexFormat.of().formatHex(in.getMessageDigest().digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Writes beside the file first: a model is there whole or not at all. */
  private void write(String text) {
    Path part = output.resolveSibling(output.getFileName() + ".part");
    try {
      Files.writeString(part, text);
      Files.move(part, output, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw CommandFailedException.cannotWrite(output);
    }
  }
}
