package docimo.api;

import docimo.access.Scope;
import docimo.batch.BatchInput;
import docimo.batch.BatchOutput;
import docimo.batch.BatchRun;
import docimo.batch.RowMarker;
import docimo.batch.Trace;
import docimo.exchange.BatchFiles;
import docimo.exchange.BrokenBodyException;
import docimo.exchange.GradingRows;
import docimo.exchange.SentRows;
import docimo.grading.InferenceGate;
import docimo.screening.GradingRow;
import docimo.screening.Job;
import docimo.screening.ScreeningOffice;
import docimo.screening.StoreException;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Marks many answers of one request: at once, with results that go out while rows come in, or as a
 * job.
 */
final class BatchRoutes implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(BatchRoutes.class);

  private static final String PATH = "/v1/grades:batch";

  /** So many rows wait for each worker: a client that does not read stops the rest. */
  private static final int ROWS_A_THREAD = 4;

  /** Twice the cores, so that a row is ready for a slot while others are marked. */
  private static final int THREADS = 2 * Runtime.getRuntime().availableProcessors();

  private final Function<Context, Desk> desks;
  private final InferenceGate gate;
  private final Idempotency idempotency;
  private final SentRows.Most most;
  private final Semaphore places;
  private final ExecutorService workers;
  private volatile boolean stopping;

  BatchRoutes(
      Function<Context, Desk> desks,
      InferenceGate gate,
      Idempotency idempotency,
      ServiceOptions options) {
    VolumeLimits limits = options.volume();
    this.desks = desks;
    this.gate = gate;
    this.idempotency = idempotency;
    this.most =
        new SentRows.Most(limits.batchRows(), limits.batchBytes(), options.limits().answers());
    this.places = new Semaphore(limits.batchesAtOnce());
    AtomicInteger number = new AtomicInteger();
    this.workers =
        Executors.newFixedThreadPool(
            THREADS,
            work -> {
              Thread thread = new Thread(work, "batch-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  void register(Routes routes) {
    routes.postStreamed(PATH, Need.of(Scope.GRADE), this::grade);
  }

  private void grade(Context ctx) throws IOException, InterruptedException {
    RequestQuery.requireNone(ctx);
    SentRows.Format format = RowsType.sent(ctx);
    RequestBody.requireLength(ctx, most.bytes());
    if (Preference.isAsync(ctx)) {
      later(ctx, format);
      return;
    }
    idempotency.refuse(
        ctx, "A batch that is answered at once is not kept; add Prefer: respond-async");
    if (!places.tryAcquire()) {
      throw busy(ctx);
    }
    try {
      now(ctx, format);
    } finally {
      places.release();
    }
  }

  private static RequestException busy(Context ctx) {
    ctx.header("Retry-After", "5");
    return new RequestException(
        Problem.of(
            503,
            "too-many-batches",
            "Too many batches at once",
            "As many batches are answered as the service takes at once; try again, or add"
                + " Prefer: respond-async"));
  }

  private void now(Context ctx, SentRows.Format format) throws IOException, InterruptedException {
    String wanted = RowsType.wanted(ctx, RowsType.LINES);
    HttpServletResponse response = ctx.res();
    ctx.contentType(wanted).header("Cache-Control", "no-store").header("X-Accel-Buffering", "no");
    try (SentRows rows = SentRows.open(format, paced(ctx), desks.apply(ctx).bank(), most);
        BatchInput input = rows.asBatch(() -> stopping)) {
      OutputStreamWriter text =
          new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
      BatchOutput results =
          wanted.equals(RowsType.ARRAY) ? BatchFiles.jsonArray(text) : BatchFiles.jsonLines(text);
      new BatchRun(
              new RowMarker(desks.apply(ctx).grader().get(), gate),
              workers,
              THREADS * ROWS_A_THREAD)
          .run(input, results, result -> {});
      results.close(); // only when all is well: it ends the reply
    } catch (BrokenBodyException e) {
      passOverWhatIsTooMuch(ctx, e);
      throw e;
    } catch (IOException e) {
      LOG.info("the sender of a batch is gone");
      abort(response);
    } catch (RuntimeException e) {
      if (!response.isCommitted()) {
        throw e;
      }
      LOG.error("POST {} broke off with {}", PATH, Trace.of(e));
      abort(response);
    }
  }

  /** A sender who is too slow is given up. */
  private static InputStream paced(Context ctx) throws IOException {
    return new PacedInput(RequestBody.stream(ctx), ctx.appData(RequestBody.TIMEOUTS));
  }

  /** Half of the results must not look like all of them. */
  private static void abort(HttpServletResponse response) {
    try {
      response.sendError(-1); // to this server: break the connection
    } catch (IOException e) {
      LOG.info("the sender of a batch is gone for good");
    }
  }

  /** Keeps the rows first: what is acknowledged is kept. */
  private void later(Context ctx, SentRows.Format format) throws IOException {
    String actor = Actor.of(ctx);
    ScreeningOffice services = desks.apply(ctx).office().get();
    Job job = services.gradings().receive(actor);
    try (SentRows rows = SentRows.open(format, paced(ctx), desks.apply(ctx).bank(), most)) {
      receive(services, job, rows);
    } catch (RuntimeException e) {
      remove(services, job, actor);
      if (e instanceof BrokenBodyException broken) {
        passOverWhatIsTooMuch(ctx, broken);
      }
      throw e;
    }
    String location = JobView.location(job);
    Job begun = idempotency.act(ctx, location, () -> services.jobs().begin(job.id()));
    Preference.applyAsync(ctx);
    Reply.accepted(ctx, location, JobView.of(begun, services));
  }

  /** Its sender reads why only when all was taken. */
  private static void passOverWhatIsTooMuch(Context ctx, BrokenBodyException e) {
    if (e.reason() == BrokenBodyException.Reason.TOO_MANY_ROWS
        || e.reason() == BrokenBodyException.Reason.BODY_TOO_LARGE) {
      RequestBody.passOver(ctx);
    }
  }

  private static void receive(ScreeningOffice services, Job job, SentRows rows) {
    for (List<GradingRow> next = GradingRows.next(rows);
        !next.isEmpty();
        next = GradingRows.next(rows)) {
      services.gradings().add(job.id(), next);
    }
  }

  private static void remove(ScreeningOffice services, Job job, String actor) {
    try {
      services.gradings().remove(job.id(), actor);
    } catch (StoreException e) {
      LOG.warn("job {} was not received and is removed when its time is over", job.id());
    }
  }

  /** Takes no more rows; batches end after those that are marked. */
  void stop() {
    stopping = true;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
