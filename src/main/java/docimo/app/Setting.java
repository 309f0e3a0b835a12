package docimo.app;

import static docimo.app.SettingType.choice;
import static docimo.app.SettingType.list;
import static docimo.app.SettingType.optional;
import static docimo.app.SettingType.path;
import static docimo.app.SettingType.text;
import static docimo.app.SettingType.time;
import static docimo.app.SettingType.whole;

import docimo.api.AddressBlock;
import docimo.store.DatabaseUrl;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Everything about {@code serve} that can be set: the one table of names, values, defaults and
 * meanings. To add a setting, add a row here and ask {@link Settings} for it where it is used.
 */
public enum Setting {
  SERVER_HOST("server.host", text(), "127.0.0.1", "Address to listen on."),
  SERVER_PORT("server.port", whole(0, 65_535), "7070", "Port to listen on; 0 takes a free one."),
  BANK("bank", path("a file or folder"), "", "Question bank; none is the one of docimo."),
  REVIEW_POLICY(
      "review.policy", path("a file"), "", "Which marks a person looks at; none is docimo's."),
  ENCODER("encoder", path("a folder, or the word none"), "", "Other sentence encoder."),
  DB_URL("db.url", text(), "docimo", "Database: a path, or an address jdbc:postgresql://..."),
  DB_USER("db.user", optional("a name"), "", "User of the database, if its address has none."),
  DB_PASSWORD("db.password", optional("a secret"), "", "Password of that user."),
  LIMITS_BODY_BYTES(
      "limits.body-bytes", whole(1_024, 1 << 30), "1048576", "Largest body of a request in JSON."),
  LIMITS_ANSWER_CHARACTERS(
      "limits.answer-characters",
      whole(1, 1 << 30),
      "1048576",
      "Longest answer that is read; above 50000 there is no mark."),
  LIMITS_HEADER_BYTES(
      "limits.header-bytes", whole(1_024, 1 << 20), "8192", "Largest headers of a request."),
  LIMITS_HEADER_COUNT("limits.header-count", whole(10, 10_000), "100", "Headers of a request."),
  LIMITS_ADDRESS_CHARACTERS(
      "limits.address-characters", whole(64, 1 << 20), "4096", "Longest address, with its query."),
  LIMITS_BUFFERED_BYTES(
      "limits.buffered-bytes",
      whole(1_024, Integer.MAX_VALUE),
      "67108864",
      "All bodies in JSON that are coming in, together."),
  LIMITS_JSON_NESTING(
      "limits.json-nesting", whole(8, 1_000), "64", "Objects and lists in each other."),
  LIMITS_JSON_NUMBER_CHARACTERS(
      "limits.json-number-characters", whole(20, 1_000), "100", "Longest number in JSON."),
  LIMITS_INLINE_MARKED_ANSWERS(
      "limits.inline-marked-answers",
      whole(1, 100),
      "30",
      "Marked answers of a question that comes with an answer."),
  LIMITS_INLINE_MARKED_CHARACTERS(
      "limits.inline-marked-characters",
      whole(1, 100_000),
      "20000",
      "Characters of these together."),
  LIMITS_BATCH_ROWS("limits.batch-rows", whole(1, 10_000_000), "10000", "Rows of a batch."),
  BATCH_BODY_BYTES(
      "batch.body-bytes", whole(1_024, 1L << 36), "134217728", "Largest body of such a batch."),
  BATCH_AT_ONCE(
      "batch.at-once",
      whole(1, 1_000),
      "8",
      "Batches that are answered at once; more are refused."),
  JOBS_KEEP_HOURS(
      "jobs.keep-hours",
      whole(1, 8_760),
      "168",
      "Hours that a job of grades is kept after its state changed last."),
  EVENTS_LISTENERS(
      "events.listeners", whole(1, 100_000), "500", "Most who listen to jobs at once."),
  IDEMPOTENCY_KEEP_HOURS(
      "idempotency.keep-hours", whole(1, 720), "24", "Hours that an Idempotency-Key is known."),
  IDEMPOTENCY_REPLY_BYTES(
      "idempotency.reply-bytes",
      whole(1_024, 1 << 24),
      "262144",
      "Largest reply that is kept for a request that comes again."),
  TIMEOUTS_IDLE(
      "timeouts.idle", time("1s", "1h"), "30s", "Closes a connection on which no byte moves."),
  TIMEOUTS_STOP(
      "timeouts.stop", time("0s", "1h"), "10s", "For requests in flight when docimo is stopped."),
  TIMEOUTS_HEADERS(
      "timeouts.headers", time("1s", "1h"), "10s", "For line and headers of a request to come."),
  TIMEOUTS_BODY("timeouts.body", time("100ms", "1h"), "30s", "For a body in JSON to come."),
  TIMEOUTS_BYTES_PER_SECOND(
      "timeouts.bytes-per-second",
      whole(1, 1 << 30),
      "1024",
      "What uploads bring and clients read at least."),
  TIMEOUTS_ATTACK("timeouts.attack", time("1s", "1h"), "60s", "For an attack on a question."),
  CAPACITY_CONNECTIONS(
      "capacity.connections", whole(1, 1 << 20), "16384", "Clients that are connected."),
  CAPACITY_REQUESTS("capacity.requests", whole(1, 10_000), "128", "Requests at work."),
  CAPACITY_STREAMS(
      "capacity.streams", whole(1, 10_000), "16", "Uploads, batches and exports among them."),
  CAPACITY_LONG_REQUESTS(
      "capacity.long-requests",
      whole(1, 10_000),
      "4",
      "Attacks and previews of regrades among them."),
  INFERENCE_SLOTS(
      "inference.slots", whole(0, 1_024), "0", "Marks at once; 0 is one for each core."),
  INFERENCE_QUEUE("inference.queue", whole(0, 100_000), "64", "Requests that wait for a slot."),
  INFERENCE_PATIENCE("inference.patience", time("0s", "1h"), "5s", "How long they wait."),
  INFERENCE_REQUESTS_PER_JOB(
      "inference.requests-per-job",
      whole(1, 1_000),
      "3",
      "Requests that go before a job while both wait."),
  RATE_LIMITS(
      "rate.limits",
      choice("auto", "on", "off"),
      "auto",
      "Rates of a caller; auto is off where only this machine can ask."),
  RATE_GRADES_PER_MINUTE(
      "rate.grades-per-minute", whole(0, 1 << 30), "600", "Requests that mark; 0 is no limit."),
  RATE_READS_PER_MINUTE(
      "rate.reads-per-minute", whole(0, 1 << 30), "3000", "Requests that change nothing."),
  RATE_WRITES_PER_MINUTE(
      "rate.writes-per-minute", whole(0, 1 << 30), "600", "Requests that change something."),
  RATE_FAILURES_PER_MINUTE(
      "rate.failures-per-minute",
      whole(0, 1 << 30),
      "30",
      "Requests of an address without a valid key."),
  TLS_KEY_STORE(
      "tls.key-store",
      path("a file of PKCS12 or JKS"),
      "",
      "Key and certificate; then https only."),
  TLS_KEY_STORE_PASSWORD(
      "tls.key-store-password", optional("a secret"), "", "Password of the file and of its key."),
  PROXY_TRUSTED(
      "proxy.trusted",
      list("addresses or blocks such as 10.0.0.0/8", s -> AddressBlock.read(s).isPresent()),
      "",
      "Proxies that are believed when they say who the client is."),
  PROXY_HEADERS(
      "proxy.headers",
      choice("either", "forwarded", "x-forwarded"),
      "either",
      "How they say it; better name the one that they set."),
  CORS_ORIGINS(
      "cors.origins",
      list("origins such as https://example.org", Setting::isOrigin),
      "",
      "Pages of these may read replies in a browser; * is all."),
  LOG_FORMAT("log.format", choice("text", "json"), "text", "Lines for people, or JSON."),
  LOG_LEVEL(
      "log.level",
      choice("error", "warn", "info", "debug"),
      "warn",
      "The least that is logged; info has a line for every request."),
  OTEL_ENDPOINT(
      "otel.endpoint",
      optional("an address such as http://127.0.0.1:4318/v1/metrics", Setting::isAddress),
      "",
      "Where metrics are sent by OTLP over HTTP."),
  OTEL_INTERVAL("otel.interval", time("1s", "1h"), "1m", "How often they are sent.");

  private static final String PREFIX = "DOCIMO_";

  /** Programs that call docimo take their key from it; perhaps in the same environment. */
  private static final String KEY_OF_CLIENTS = "DOCIMO_KEY";

  private static final Pattern ADDRESS = Pattern.compile("https?://[\\w.:\\[\\]-]+(/[\\w./~-]*)?");
  private static final Pattern ORIGIN =
      Pattern.compile("https?://[a-z0-9.-]{1,253}(:\\d{1,5})?|https?://\\[[0-9a-f:]+](:\\d{1,5})?");

  private final String dotted;

  @SuppressWarnings("ImmutableEnumChecker") // its predicate has no state
  private final SettingType type;

  private final String usual;
  private final String meaning;

  Setting(String dotted, SettingType type, String usual, String meaning) {
    this.dotted = dotted;
    this.type = type;
    this.usual = usual;
    this.meaning = meaning;
  }

  /** Its name in files and flags, such as {@code server.port}. */
  public String dotted() {
    return dotted;
  }

  /** Its name in the environment, such as {@code DOCIMO_SERVER_PORT}. */
  public String variable() {
    return PREFIX + dotted.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }

  /** Which values it takes. */
  public SettingType type() {
    return type;
  }

  /** The value when nobody sets it. */
  public String usual() {
    return usual;
  }

  /** What it is for, in a sentence. */
  public String meaning() {
    return meaning;
  }

  private static boolean isAddress(String text) {
    return ADDRESS.matcher(text).matches();
  }

  private static boolean isOrigin(String text) {
    return text.equals("*") || ORIGIN.matcher(text).matches();
  }

  /** Whether nobody may see its value. */
  public boolean isSecret() {
    return dotted.endsWith("password") || dotted.endsWith("secret");
  }

  /** What of a value may be shown: nothing of a secret, and an address without its password. */
  String shown(String value) {
    if (isSecret() && !value.isEmpty()) {
      return Settings.HIDDEN;
    }
    return this == DB_URL ? DatabaseUrl.withoutPassword(value) : value;
  }

  /** The setting of a dotted name. */
  static Optional<Setting> named(String dotted) {
    return Arrays.stream(values()).filter(setting -> setting.dotted.equals(dotted)).findFirst();
  }

  /** The setting of a variable of the environment. */
  static Optional<Setting> ofVariable(String variable) {
    return Arrays.stream(values()).filter(s -> s.variable().equals(variable)).findFirst();
  }

  /** Whether a variable of the environment claims to be for docimo, and not for its clients. */
  static boolean isOurs(String variable) {
    return variable.startsWith(PREFIX) && !variable.equals(KEY_OF_CLIENTS);
  }

  /** All dotted names. */
  static List<String> allNames() {
    return Arrays.stream(values()).map(Setting::dotted).toList();
  }

  /** All names in the environment. */
  static List<String> allVariables() {
    return Arrays.stream(values()).map(Setting::variable).toList();
  }
}
