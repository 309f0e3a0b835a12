package docimo.api;

import docimo.access.Scope;
import docimo.batch.Trace;
import docimo.exchange.GradingRows;
import docimo.exchange.JsonFields;
import docimo.screening.GradedRow;
import docimo.screening.Job;
import docimo.screening.Page;
import docimo.screening.ScreeningOffice;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What jobs of grades have come to, in the order of their rows, and their removal. */
final class GradingRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(GradingRoutes.class);

  private static final Need NEED = Need.of(Scope.GRADE);
  private static final int PAGE = 100;
  private static final String ONE = "/v1/jobs/{id}";

  private final RequestOffice office;
  private final int maxBodyBytes;

  GradingRoutes(RequestOffice office, int maxBodyBytes) {
    this.office = office;
    this.maxBodyBytes = maxBodyBytes;
  }

  void register(Routes routes) {
    routes.get(ONE + "/results", NEED, this::results);
    routes.delete(ONE, NEED, this::remove);
  }

  private void results(Context ctx) {
    RequestQuery query = RequestQuery.ofList(ctx);
    long after = query.after(0);
    ScreeningOffice services = office.of(ctx);
    // read before the results: once a job is over, all that will come is there
    Job job = services.jobs().get(ctx.pathParam("id"));
    if (RowsType.wanted(ctx, RowsType.ARRAY).equals(RowsType.ARRAY)) {
      page(ctx, services, job, after, query.limit(PAGE));
    } else {
      RequestQuery.of(ctx, "after");
      List<GradedRow> first = services.gradings().results(job.id(), after, PAGE);
      describe(ctx, job);
      ctx.contentType(RowsType.LINES);
      if (!ctx.method().equals(HandlerType.HEAD)) {
        lines(ctx, services, job, first);
      }
    }
  }

  /** Only of a job whose results were found. */
  private static void describe(Context ctx, Job job) {
    ctx.header("Cache-Control", "no-store");
    ctx.header("Docimo-Job-State", job.state().name().toLowerCase(Locale.ROOT));
  }

  /** The results as they were written when they were made: not a byte changes on the way. */
  private static void page(Context ctx, ScreeningOffice services, Job job, long after, int limit) {
    List<GradedRow> rows = services.gradings().results(job.id(), after, limit);
    describe(ctx, job);
    boolean last = JobView.isOver(job) && rows.size() < limit;
    long next = rows.isEmpty() ? after : rows.get(rows.size() - 1).number();
    String page =
        rows.stream()
            .map(row -> GradingRows.line(row.number(), row.json()))
            .collect(Collectors.joining(",", "{\"results\":[", "],\"next\":"));
    ctx.contentType(RowsType.ARRAY)
        .result((page + (last ? "null" : next) + "}").getBytes(StandardCharsets.UTF_8));
  }

  /** A slow reader holds no transaction: each piece is read in one of its own. */
  private static void lines(Context ctx, ScreeningOffice services, Job job, List<GradedRow> first) {
    HttpServletResponse response = ctx.res();
    try {
      OutputStream out = response.getOutputStream();
      List<GradedRow> rows = first;
      while (!rows.isEmpty()) {
        for (GradedRow row : rows) {
          out.write(
              (GradingRows.line(row.number(), row.json()) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        long after = rows.get(rows.size() - 1).number();
        rows = services.gradings().results(job.id(), after, Page.MOST);
      }
      out.close();
    } catch (IOException e) {
      LOG.info("the reader of results is gone");
    } catch (RuntimeException e) {
      if (!response.isCommitted()) {
        response.resetBuffer();
        throw e;
      }
      LOG.error("the results of a job broke off with {}", Trace.of(e));
      abort(response);
    }
  }

  private static void abort(HttpServletResponse response) {
    try {
      response.sendError(-1); // to this server: break the connection
    } catch (IOException e) {
      LOG.info("the reader of results is gone for good");
    }
  }

  private void remove(Context ctx) {
    RequestQuery.requireNone(ctx);
    String actor = Actor.of(ctx);
    JsonFields.of(RequestBody.optionalJson(ctx, maxBodyBytes), "").allow(List.of());
    office.of(ctx).gradings().remove(ctx.pathParam("id"), actor);
    ctx.status(HttpStatus.NO_CONTENT);
  }
}
