package org.postrider.http;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.handler.PathMappingsHandler;

/**
 * Which page answers which path and method. A path is a URI template of level 1 (RFC 6570), such as
 * {@code /confirm/{token}}. HEAD is answered like GET, and a method that a path does not have with
 * 405.
 */
public final class Routes {

  private final Map<String, Map<String, Page>> pages = new LinkedHashMap<>();
  private final UnaryOperator<Page> guard;

  /** Routes that anybody may take. */
  public Routes() {
    this(page -> page);
  }

  /**
   * @param guard is put before every page
   */
  public Routes(UnaryOperator<Page> guard) {
    this.guard = guard;
  }

  public Routes get(String path, Page page) {
    return on("GET", path, page);
  }

  public Routes post(String path, Page page) {
    return on("POST", path, page);
  }

  private Routes on(String method, String path, Page page) {
    pages.computeIfAbsent(path, any -> new TreeMap<>()).put(method, guard.apply(page));
    return this;
  }

  /**
   * All of them, for a listener.
   *
   * @param otherwise answers every other path, whatever the method
   */
  public Handler handler(Page otherwise) {
    var known = new PathMappingsHandler();
    pages.forEach(
        (path, byMethod) ->
            known.addMapping(new UriTemplatePathSpec(path), new PageHandler(path, byMethod)));
    return new Handler.Sequence(known, PageHandler.forAnyMethod(guard.apply(otherwise)));
  }
}
