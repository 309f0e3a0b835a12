package docimo.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;

/**
 * Registers routes, each with what it asks of who calls it, and notes which there are. For one
 * thread, while the service is made.
 */
final class Routes {

  private final RoutesConfig routes;
  private final Admission admission;
  private final RouteGuard guard;
  private final Idempotency idempotency;
  private final List<Route> all = new ArrayList<>();

  /**
   * @param admission lets requests in
   * @param guard stands before each route
   * @param idempotency sees to it that requests which come again are carried out once
   */
  Routes(RoutesConfig routes, Admission admission, RouteGuard guard, Idempotency idempotency) {
    this.routes = routes;
    this.admission = admission;
    this.guard = guard;
    this.idempotency = idempotency;
  }

  /**
   * A route.
   *
   * @param method in upper case
   * @param path with the names of its parameters
   * @param need what it asks of who calls it
   */
  record Route(String method, String path, Need need) {

    /** Method and path, as the overview lists them. */
    String resource() {
      return method + " " + path;
    }
  }

  /** HEAD gets the headers that GET gets. */
  void get(String path, Need need, Handler handler) {
    Handler admitted = admitted("GET", path, need, handler);
    routes.get(path, admitted);
    routes.head(path, admitted);
  }

  void post(String path, Need need, Handler handler) {
    routes.post(path, admitted("POST", path, need, idempotency.once(handler)));
  }

  /**
   * A route that reads its body while it comes. It does what it does by {@link Idempotency#act},
   * when all of the body was read.
   */
  void postStreamed(String path, Need need, Handler handler) {
    routes.post(path, admitted("POST", path, need, idempotency.onceStreamed(handler)));
  }

  /**
   * A route whose reply may not be kept, so that a request cannot come again.
   *
   * @param why says so to whoever sends an {@code Idempotency-Key}
   */
  void postUnkept(String path, Need need, String why, Handler handler) {
    routes.post(path, admitted("POST", path, need, idempotency.never(handler, why)));
  }

  void put(String path, Need need, Handler handler) {
    routes.put(path, admitted("PUT", path, need, handler));
  }

  void delete(String path, Need need, Handler handler) {
    routes.delete(path, admitted("DELETE", path, need, handler));
  }

  /** No body is looked at before its request is let in. */
  private Handler admitted(String method, String path, Need need, Handler handler) {
    all.add(new Route(method, path, need));
    return guard.around(method, path, ctx -> admission.admit(ctx, need), handler);
  }

  /** All routes, in the order in which they were registered. */
  List<Route> all() {
    return List.copyOf(all);
  }

  /** Methods and paths, in the order in which they were registered. */
  List<String> resources() {
    return all.stream().map(Route::resource).toList();
  }
}
