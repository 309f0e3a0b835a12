package docimo.api;

import docimo.access.Scope;
import docimo.exchange.AuditEventLine;
import docimo.exchange.JsonFields;
import docimo.screening.AuditTrail;
import docimo.screening.Page;
import docimo.screening.audit.AuditEvent;
import docimo.screening.audit.ChainHead;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows and checks what made each mark. */
final class AuditRoutes {

  private static final int PAGE = 100;

  private static final List<String> VERIFY_FIELDS = List.of("head");
  private static final List<String> HEAD_FIELDS = List.of("sequence", "hash");

  private static final Need NEED = Need.of(Scope.ADMIN);

  private final RequestOffice office;
  private final int maxBodyBytes;

  AuditRoutes(RequestOffice office, int maxBodyBytes) {
    this.office = office;
    this.maxBodyBytes = maxBodyBytes;
  }

  void register(Routes routes) {
    routes.get("/v1/audit/events", NEED, this::events);
    routes.get("/v1/submissions/{id}/events", NEED, this::ofSubmission);
    routes.post("/v1/audit/verify", NEED, this::verify);
    routes.post("/v1/grades/{id}/replay", NEED, this::replay);
  }

  /** A page of events, and where the chain ends. */
  private record Listed(List<AuditEventLine> events, @Nullable Long next, ChainHead head) {}

  private void events(Context ctx) {
    RequestQuery query = RequestQuery.ofList(ctx);
    Page<AuditEvent> page = office.of(ctx).audit().events(query.after(0), query.limit(PAGE));
    Reply.json(
        ctx,
        new Listed(
            page.items().stream().map(AuditEventLine::of).toList(),
            page.next(),
            office.of(ctx).audit().head()));
  }

  private void ofSubmission(Context ctx) {
    RequestQuery.requireNone(ctx);
    String id = office.of(ctx).submissions().get(ctx.pathParam("id")).id();
    List<AuditEvent> events = office.of(ctx).audit().ofSubmission(id);
    Reply.json(
        ctx,
        new Listed(
            events.stream().map(AuditEventLine::of).toList(), null, office.of(ctx).audit().head()));
  }

  /** Checks the log, and where a head comes along, that the log goes through it. */
  private void verify(Context ctx) {
    RequestQuery.requireNone(ctx);
    Optional<ChainHead> kept =
        JsonFields.of(RequestBody.optionalJson(ctx, maxBodyBytes), "")
            .allow(VERIFY_FIELDS)
            .object("head")
            .map(AuditRoutes::head);
    AuditTrail audit = office.of(ctx).audit();
    Reply.json(ctx, kept.isPresent() ? audit.verify(kept.get()) : audit.verify());
  }

  private static ChainHead head(JsonFields fields) {
    fields.allow(HEAD_FIELDS);
    return new ChainHead(
        Values.natural(fields, "sequence", "send the number of the event that was the head"),
        Values.required(fields, "hash", "send the hash of the event that was the head"));
  }

  private void replay(Context ctx) {
    RequestQuery.requireNone(ctx);
    Reply.json(ctx, office.of(ctx).audit().replay(ctx.pathParam("id")));
  }
}
