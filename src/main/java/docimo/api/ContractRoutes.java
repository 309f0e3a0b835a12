package docimo.api;

import docimo.api.contract.ApiDocument;
import docimo.api.contract.DocsFiles;
import docimo.api.contract.StoredFile;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Serves the contract and a page to try it on. */
final class ContractRoutes {

  private final DocsFiles docs = new DocsFiles();

  void register(Routes routes) {
    routes.get("/openapi.json", Need.NOTHING, ctx -> send(ctx, ApiDocument.shared().json()));
    routes.get("/openapi.yaml", Need.NOTHING, ctx -> send(ctx, ApiDocument.shared().yaml()));
    routes.get("/docs", Need.NOTHING, ctx -> page(ctx, docs.page()));
    routes.get(
        "/docs/{file}",
        Need.NOTHING,
        ctx -> page(ctx, docs.find(ctx.pathParam("file")).orElseThrow(NotFoundResponse::new)));
  }

  private static void page(Context ctx, StoredFile file) {
    ctx.header("Content-Security-Policy", DocsFiles.SECURITY_POLICY);
    send(ctx, file);
  }

  /** May be kept by whoever reads it, who asks each time whether it is still the same. */
  private static void send(Context ctx, StoredFile file) {
    ctx.header("ETag", file.etag()).header("Cache-Control", "no-cache");
    if (isKept(ctx.header("If-None-Match"), file.etag())) {
      ctx.status(HttpStatus.NOT_MODIFIED);
      return;
    }
    ctx.contentType(file.mediaType() + "; charset=utf-8").result(file.bytes());
  }

  private static boolean isKept(@Nullable String header, String etag) {
    return header != null
        && Arrays.stream(header.split(","))
            .map(tag -> tag.strip().replaceFirst("^W/", "").replaceFirst("--gzip\"$", "\""))
            .anyMatch(tag -> tag.equals(etag) || tag.equals("*"));
  }
}
