package docimo.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import docimo.app.Application;
import docimo.app.Banks;
import docimo.app.Serving;
import docimo.exchange.Json;
import docimo.grading.Answer;
import docimo.grading.Grader;
import docimo.question.InMemoryQuestionBank;
import docimo.question.Question;
import docimo.question.Rule;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Marks over HTTP beside marks by the grader alone, in one process and in turns, so that what else
 * the machine does falls on both; then how long requests take at shares of that rate, and what
 * happens beyond it. Every turn marks the same answers, those of fixtures/answers. The client is in
 * the process too: its work counts against the service. Arguments: rounds of all answers in a turn
 * (2), turns (7), seconds of soak (0), and a file of rows as {@code docimo batch} takes them, of
 * which 400 are marked in place of those of fixtures/answers.
 */
public final class LoadBenchmark {

  private static final long NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final double[] SHARES = {0.5, 0.9, 3.0};
  private static final double SOAK_SHARE = 0.9;
  private static final int PACED_SECONDS = 25;
  private static final int WARM_UP_ROUNDS = 10;
  private static final int ROWS = 400;

  private record Sample(Question question, Answer answer, LoadClient.Request request) {}

  /** What came of a turn: marks a second, and processor time of all Java threads for a mark. */
  private record Turn(double rate, double processorMillis) {}

  private final PrintStream out = System.out;
  private final ThreadMXBean allThreads = ManagementFactory.getThreadMXBean();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Sample> samples = new ArrayList<>();
  private final Grader grader;
  private final Serving service;

  private LoadBenchmark(@Nullable Path rows) throws IOException {
    InMemoryQuestionBank bank = new InMemoryQuestionBank(Banks.bundled().questions());
    Application application = Application.start().knowing(bank);
    grader = application.grader();
    service = Serving.ready(application, bank, "127.0.0.1", 0);
    if (rows != null) {
      read(rows);
      return;
    }
    for (String file : List.of("tuning.jsonl", "honest-tuning.jsonl")) {
      for (String line : Files.readAllLines(Path.of("fixtures", "answers", file))) {
        JsonNode row = Json.read(line);
        Question question = bank.find(row.path("question_id").asText()).orElse(null);
        if (question != null && row.path("answer").isTextual()) {
          String answer = row.get("answer").textValue();
          String body = Json.write(Map.of("question_id", question.id(), "answer", answer));
          samples.add(new Sample(question, Answer.of(answer), LoadClient.post("/v1/grades", body)));
        }
      }
    }
  }

  /** Rows that have their question with them, taken from all over the file. */
  private void read(Path file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(file));
    Collections.shuffle(lines, new Random(1));
    for (String line : lines.subList(0, Math.min(ROWS, lines.size()))) {
      JsonNode row = Json.read(line);
      String prompt = row.path("question").asText();
      List<String> references = new ArrayList<>();
      row.path("references").forEach(reference -> references.add(reference.asText()));
      String answer = row.path("answer").asText();
      String body =
          Json.write(
              Map.of(
                  "question",
                  Map.of("prompt", prompt, "references", references),
                  "answer",
                  answer));
      samples.add(
          new Sample(
              Question.inline(prompt, references, List.of(), Rule.ALL),
              Answer.of(answer),
              LoadClient.post("/v1/grades", body)));
    }
  }

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    int[] numbers = Arrays.stream(args).limit(3).mapToInt(Integer::parseInt).toArray();
    LoadBenchmark load = new LoadBenchmark(args.length > 3 ? Path.of(args[3]) : null);
    try {
      load.run(
          numbers.length > 0 ? numbers[0] : 2,
          numbers.length > 1 ? numbers[1] : 7,
          numbers.length > 2 ? numbers[2] : 0);
    } finally {
      load.service.close();
      load.threads.shutdownNow();
    }
  }

  private void run(int rounds, int turns, int soak) throws Exception {
    print("%d answers", samples.size());
    alone(WARM_UP_ROUNDS);
    overHttp(WARM_UP_ROUNDS);
    List<Double> ratios = new ArrayList<>();
    List<Double> costs = new ArrayList<>();
    for (int i = 0; i < turns; i++) {
      Turn alone = alone(rounds);
      Turn http = overHttp(rounds);
      ratios.add(http.rate() / alone.rate());
      costs.add(alone.processorMillis() / http.processorMillis());
      print(
          "grader alone %.1f/s (%.2f ms of processor), over HTTP %.1f/s (%.2f ms): %.3f",
          alone.rate(),
          alone.processorMillis(),
          http.rate(),
          http.processorMillis(),
          http.rate() / alone.rate());
    }
    print("median ratio %.3f, from %.3f to %.3f", median(ratios), least(ratios), most(ratios));
    print(
        "median of processor time %.3f, from %.3f to %.3f",
        median(costs), least(costs), most(costs));
    for (double share : SHARES) {
      // measured anew: the machine may have become slower or faster
      paced(share, overHttp(rounds).rate() * share, PACED_SECONDS);
    }
    if (soak > 0) {
      soak(overHttp(rounds).rate() * SOAK_SHARE, soak);
    }
  }

  private Turn alone(int rounds) throws Exception {
    return measured(
        rounds, CORES, () -> sample -> grader.grade(sample.question(), sample.answer()));
  }

  private Turn overHttp(int rounds) throws Exception {
    return measured(rounds, CORES * 4, () -> new Asking(new LoadClient(service.port())));
  }

  /** Does something with a sample. */
  private interface Work extends AutoCloseable {
    void with(Sample sample) throws IOException;

    @Override
    default void close() throws IOException {}
  }

  /** Has it marked over HTTP. */
  private record Asking(LoadClient client) implements Work {

    @Override
    public void with(Sample sample) throws IOException {
      int status = client.send(sample.request());
      while (status == 503) { // a machine that others use may be too slow even for a few clients
        status = client.send(sample.request());
      }
      if (status != 200) {
        throw new IOException("status " + status + ": " + client.refusal());
      }
    }

    @Override
    public void close() throws IOException {
      client.close();
    }
  }

  private Turn measured(int rounds, int workers, Callable<Work> starting) throws Exception {
    int count = rounds * samples.size();
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    long processor = processorNanos();
    List<Future<Integer>> running = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      Work work = starting.call();
      running.add(
          threads.submit(
              () -> {
                int done = 0;
                for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                  work.with(samples.get(n % samples.size()));
                  done++;
                }
                work.close();
                return done;
              }));
    }
    int done = 0;
    for (Future<Integer> worker : running) {
      done += worker.get();
    }
    double took = (System.nanoTime() - begin) / (double) NANOS;
    return new Turn(done / took, (processorNanos() - processor) / 1e6 / done);
  }

  private long processorNanos() {
    return Arrays.stream(allThreads.getAllThreadIds()).map(allThreads::getThreadCpuTime).sum();
  }

  /** Requests at a fixed rate; each is timed from when it was due, not from when it was sent. */
  private void paced(double share, double rate, int seconds) throws Exception {
    int count = (int) (rate * seconds);
    long[] took = new long[count];
    int[] statuses = new int[count];
    AtomicInteger next = new AtomicInteger();
    long begin = System.nanoTime();
    List<Future<?>> running = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      LoadClient client = new LoadClient(service.port());
      running.add(
          threads.submit(
              () -> {
                for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                  long due = begin + (long) (n / rate * NANOS);
                  for (long now = System.nanoTime(); now < due; now = System.nanoTime()) {
                    LockSupport.parkNanos(due - now);
                  }
                  statuses[n] = client.send(samples.get(n % samples.size()).request());
                  took[n] = System.nanoTime() - due;
                }
                client.close();
                return null;
              }));
    }
    for (Future<?> worker : running) {
      worker.get();
    }
    double lasted = (System.nanoTime() - begin) / (double) NANOS;
    print("at %.0f %% (%.0f/s for %d s, lasted %.1f s):", share * 100, rate, seconds, lasted);
    for (int status : Arrays.stream(statuses).distinct().sorted().toArray()) {
      long[] times = new long[count];
      int n = 0;
      for (int i = 0; i < count; i++) {
        if (statuses[i] == status) {
          times[n++] = took[i];
        }
      }
      Arrays.sort(times, 0, n);
      print(
          "  status %d: %d (%.1f/s), p50 %.1f ms, p99 %.1f ms, longest %.1f ms",
          status, n, n / lasted, times[n / 2] / 1e6, times[n * 99 / 100] / 1e6, times[n - 1] / 1e6);
    }
  }

  private void soak(double rate, int seconds) throws Exception {
    Runtime memory = Runtime.getRuntime();
    for (int left = seconds; left > 0; left -= 30) {
      paced(SOAK_SHARE, rate, Math.min(30, left));
      System.gc();
      print(
          "  memory in use %d MB, threads %d",
          (memory.totalMemory() - memory.freeMemory()) >> 20, Thread.activeCount());
    }
  }

  private void print(String format, Object... values) {
    out.printf(Locale.ROOT, format + "%n", values);
  }

  private static double median(List<Double> numbers) {
    return numbers.stream().sorted().toList().get(numbers.size() / 2);
  }

  private static double least(List<Double> numbers) {
    return numbers.stream().min(Double::compare).orElseThrow();
  }

  private static double most(List<Double> numbers) {
    return numbers.stream().max(Double::compare).orElseThrow();
  }
}
