package docimo.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;

/** Registers routes and notes which there are. For one thread, while the service is made. */
final class Routes {

  private final RoutesConfig routes;
  private final RouteGuard guard;
  private final Idempotency idempotency;
  private final List<String> resources = new ArrayList<>();

  /**
   * @param guard stands before each route
   * @param idempotency sees to it that requests which come again are carried out once
   */
  Routes(RoutesConfig routes, RouteGuard guard, Idempotency idempotency) {
    this.routes = routes;
    this.guard = guard;
    this.idempotency = idempotency;
  }

  /** HEAD gets the headers that GET gets. */
  void get(String path, Handler handler) {
    Handler guarded = guard.around("GET", path, handler);
    routes.get(path, guarded);
    routes.head(path, guarded);
    resources.add("GET " + path);
  }

  void post(String path, Handler handler) {
    routes.post(path, guard.around("POST", path, idempotency.once(handler)));
    resources.add("POST " + path);
  }

  /**
   * A route that reads its body while it comes. It does what it does by {@link Idempotency#act},
   * when all of the body was read.
   */
  void postStreamed(String path, Handler handler) {
    routes.post(path, guard.around("POST", path, idempotency.onceStreamed(handler)));
    resources.add("POST " + path);
  }

  void put(String path, Handler handler) {
    routes.put(path, guard.around("PUT", path, handler));
    resources.add("PUT " + path);
  }

  void delete(String path, Handler handler) {
    routes.delete(path, guard.around("DELETE", path, handler));
    resources.add("DELETE " + path);
  }

  /** Methods and paths, in the order in which they were registered. */
  List<String> resources() {
    return List.copyOf(resources);
  }
}
