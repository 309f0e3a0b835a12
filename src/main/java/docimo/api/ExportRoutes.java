package docimo.api;

import docimo.access.Scope;
import docimo.batch.Trace;
import docimo.exchange.ScreeningExport;
import docimo.exchange.ScreeningExport.Format;
import docimo.screening.ScreeningOffice;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Exports of a screening, or of one candidate of it, which are sent while they are written. */
final class ExportRoutes {

  private static final Logger LOG = LoggerFactory.getLogger(ExportRoutes.class);
  private static final int BUFFER = 1 << 14;

  private static final Need NEED = Need.of(Scope.REVIEW);

  private final RequestOffice office;

  ExportRoutes(RequestOffice office) {
    this.office = office;
  }

  void register(Routes routes) {
    for (Format format : Format.values()) {
      String path = "/v1/screenings/{id}/export." + format.name().toLowerCase(Locale.ROOT);
      routes.get(path, NEED, ctx -> export(ctx, format));
    }
  }

  private void export(Context ctx, Format format) {
    String candidate = RequestQuery.of(ctx, "candidate_ref").text("candidate_ref").orElse(null);
    ScreeningOffice services = office.of(ctx);
    String id = services.screenings().get(ctx.pathParam("id")).id();
    BlindReview.requireNoneOpen(ctx, services, id);
    if (candidate != null) {
      services.results().of(id, candidate); // a problem document is possible until here
    }
    ctx.contentType(format.mediaType());
    ctx.header(
        "Content-Disposition",
        (format == Format.HTML ? "inline" : "attachment")
            + "; filename=\"screening."
            + format.name().toLowerCase(Locale.ROOT)
            + "\"");
    if (format == Format.HTML) {
      // what people wrote is in it: nothing of it may run, whatever the report escapes
      ctx.header(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none';"
              + " sandbox");
    }
    if (!ctx.method().equals(HandlerType.HEAD)) {
      send(ctx, services, id, candidate, format);
    }
  }

  /** Once the first bytes are out there is no other status: a failure breaks the connection. */
  private static void send(
      Context ctx, ScreeningOffice services, String id, @Nullable String candidate, Format format) {
    HttpServletResponse response = ctx.res();
    try {
      Writer text = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
      new ScreeningExport(services).write(id, candidate, format, new BufferedWriter(text, BUFFER));
    } catch (IOException e) {
      LOG.warn("the reader of an export is gone");
    } catch (RuntimeException e) {
      if (!response.isCommitted()) {
        response.resetBuffer();
        throw e;
      }
      LOG.error("{} {} broke off with {}", ctx.method(), Telemetry.route(ctx), Trace.of(e));
      abort(response);
    }
  }

  /** A half export must not look like a whole one. */
  private static void abort(HttpServletResponse response) {
    try {
      response.sendError(-1); // to this server: break the connection
    } catch (IOException e) {
      LOG.warn("the reader of an export is gone");
    }
  }
}
