package docimo.api;

import docimo.api.Proxies.Spoken;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.QuotedCSV;
import org.eclipse.jetty.server.ForwardedRequestCustomizer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.HostPort;
import org.jspecify.annotations.Nullable;

/**
 * Believes what proxies of ours say of the client, and nobody else. Of a chain of addresses the
 * last one that is none of our proxies is the client: those before it are what the client claims.
 * Stateless and thread-safe.
 */
final class TrustedProxies implements HttpConfiguration.Customizer {

  private static final String THROUGH = TrustedProxies.class.getName();
  private static final String FORWARDED = "Forwarded";
  private static final String X_FORWARDED_FOR = "X-Forwarded-For";

  /** Of these the word of the proxy nearest to us counts. */
  private static final List<String> OTHERS =
      List.of("X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port");

  /** All that the customizer of Jetty would go by. */
  private static final Set<String> CLAIMS =
      Set.of(
          "forwarded",
          "x-forwarded-for",
          "x-forwarded-proto",
          "x-forwarded-host",
          "x-forwarded-port",
          "x-forwarded-server",
          "x-proxied-https",
          "proxy-auth-cert",
          "proxy-ssl-id");

  private static final Pattern FOR =
      Pattern.compile("(?:^|;)\\s*for\\s*=\\s*\"?([^;\"]+)\"?", Pattern.CASE_INSENSITIVE);

  private final Proxies proxies;
  private final ForwardedRequestCustomizer forwarded = new ForwardedRequestCustomizer();

  TrustedProxies(Proxies proxies) {
    this.proxies = proxies;
  }

  /** Whether a request came through a proxy of ours, whatever that says of it. */
  static boolean isThrough(Context ctx) {
    return ctx.req().getAttribute(THROUGH) != null;
  }

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    boolean believed =
        request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress peer
            && isOurs(peer.getAddress());
    if (!believed) {
      return request;
    }
    request.setAttribute(THROUGH, true);
    return forwarded.customize(new Told(request, claims(request.getHeaders())), responseHeaders);
  }

  /** The headers, with what is believed of the claims in them. */
  private HttpFields claims(HttpFields sent) {
    HttpFields.Mutable headers = HttpFields.build();
    for (HttpField field : sent) {
      if (!CLAIMS.contains(field.getName().toLowerCase(Locale.ROOT))) {
        headers.add(field);
      }
    }
    List<String> chain =
        proxies.spoken() == Spoken.X_FORWARDED ? List.of() : values(sent, FORWARDED);
    if (!chain.isEmpty()) {
      headers.add(FORWARDED, client(chain, TrustedProxies::node));
    } else if (proxies.spoken() != Spoken.FORWARDED) {
      List<String> addresses = values(sent, X_FORWARDED_FOR);
      if (!addresses.isEmpty()) {
        headers.add(X_FORWARDED_FOR, client(addresses, address -> address));
      }
      OTHERS.forEach(name -> addLast(headers, name, values(sent, name)));
    }
    return headers;
  }

  private static void addLast(HttpFields.Mutable headers, String name, List<String> values) {
    if (!values.isEmpty()) {
      headers.add(name, values.get(values.size() - 1));
    }
  }

  private static List<String> values(HttpFields sent, String name) {
    QuotedCSV values = new QuotedCSV(true);
    sent.getValuesList(name).forEach(values::addValue);
    return values.getValues();
  }

  /** The last one of a chain that is no proxy of ours; the first one when all are. */
  private String client(List<String> chain, UnaryOperator<String> address) {
    for (int i = chain.size() - 1; i > 0; i--) {
      if (!isOurs(literal(address.apply(chain.get(i))))) {
        return chain.get(i);
      }
    }
    return chain.get(0);
  }

  /** Whom an element of {@code Forwarded} speaks of. */
  private static String node(String element) {
    Matcher node = FOR.matcher(element);
    return node.find() ? node.group(1) : "";
  }

  /** An address, perhaps with a port; null for a name or nothing. */
  private static @Nullable InetAddress literal(String node) {
    try {
      String host = new HostPort(node).getHost();
      String bare = host == null ? "" : host.replaceAll("[\\[\\]]", "");
      return AddressBlock.read(bare).map(AddressBlock::address).orElse(null);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean isOurs(@Nullable InetAddress address) {
    return address != null && proxies.trusted().stream().anyMatch(block -> block.has(address));
  }

  /** A request with other headers. */
  private static final class Told extends Request.Wrapper {

    private final HttpFields headers;

    private Told(Request request, HttpFields headers) {
      super(request);
      this.headers = headers;
    }

    @Override
    public HttpFields getHeaders() {
      return headers;
    }
  }
}
