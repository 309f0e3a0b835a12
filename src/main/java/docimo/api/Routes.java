package docimo.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;

/** Registers routes and notes which there are. For one thread, while the service is made. */
final class Routes {

  private final RoutesConfig routes;
  private final RouteGuard guard;
  private final List<String> resources = new ArrayList<>();

  /**
   * @param guard stands before each route
   */
  Routes(RoutesConfig routes, RouteGuard guard) {
    this.routes = routes;
    this.guard = guard;
  }

  /** HEAD gets the headers that GET gets. */
  void get(String path, Handler handler) {
    Handler guarded = guard.around("GET", path, handler);
    routes.get(path, guarded);
    routes.head(path, guarded);
    resources.add("GET " + path);
  }

  void post(String path, Handler handler) {
    routes.post(path, guard.around("POST", path, handler));
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
