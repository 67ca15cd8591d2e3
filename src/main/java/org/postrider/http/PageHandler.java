package org.postrider.http;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.pathmap.UriTemplatePathSpec;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.URIUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what Jetty has into an {@link Exchange}, and a {@link Reply} into what Jetty wants. */
final class PageHandler extends Handler.Abstract {

  private static final Logger LOG = LoggerFactory.getLogger(PageHandler.class);
  private static final String ANY = "*";

  /** More than any listener lets through. */
  private static final int BODY = 1024 * 1024;

  private final UriTemplatePathSpec path;
  private final Map<String, Page> byMethod;

  PageHandler(String path, Map<String, Page> byMethod) {
    this.path = new UriTemplatePathSpec(path);
    this.byMethod = byMethod;
  }

  static PageHandler forAnyMethod(Page page) {
    return new PageHandler("/", Map.of(ANY, page));
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    // The body comes first and no thread waits for it: many slow clients cost no more than their
    // connections.
    Content.Source.asByteArrayAsync(
        request,
        BODY,
        Promise.Invocable.from(
            InvocationType.BLOCKING,
            body -> send(answer(request, body), response, callback),
            fault -> giveUp(fault, request, response, callback)));
    return true;
  }

  private Reply answer(Request request, byte[] body) {
    String method = HttpMethod.HEAD.is(request.getMethod()) ? "GET" : request.getMethod();
    Page page = byMethod.getOrDefault(method, byMethod.get(ANY));
    if (page == null) {
      return notAllowed(request);
    }
    try {
      return page.answer(exchange(method, request, body));
    } catch (HttpException.RuntimeException cause) {
      // The client's fault: a header or form that can't be read.
      return ErrorPages.reply(cause.getCode(), request.getHeaders());
    } catch (RuntimeException cause) {
      // One broken page must neither be told to the world nor stop the others. Its path may hold a
      // token, so the log names the route.
      LOG.error(
          "{} {} failed, the visitor was told to try again", method, path.getDeclaration(), cause);
      return ErrorPages.reply(HttpStatus.INTERNAL_SERVER_ERROR_500, request.getHeaders());
    }
  }

  private Reply notAllowed(Request request) {
    // RFC 9110 section 15.5.6: The origin server MUST generate an Allow header field in a 405
    // response containing a list of the target resource's currently supported methods.
    var allow = String.join(", ", byMethod.keySet()).replace("GET", "GET, HEAD");
    return ErrorPages.reply(HttpStatus.METHOD_NOT_ALLOWED_405, request.getHeaders())
        .with(HttpHeader.ALLOW, allow);
  }

  private Exchange exchange(String method, Request request, byte[] body) {
    return new Exchange(
        method,
        request.getHttpURI().getDecodedPath(),
        parameters(request.getHttpURI().getCanonicalPath()),
        request.getHeaders(),
        body,
        Client.of(request));
  }

  private Map<String, String> parameters(String encoded) {
    var decoded = new HashMap<String, String>();
    Map<String, String> found = path.getPathParams(encoded);
    if (found != null) {
      found.forEach((name, value) -> decoded.put(name, URIUtil.decodePath(value)));
    }
    return decoded;
  }

  private static void send(Reply reply, Response response, Callback callback) {
    response.setStatus(reply.status());
    reply.headers().forEach(response.getHeaders()::put);
    if (HttpStatus.hasNoBody(reply.status())) {
      // Writing an empty body would claim that the document is empty.
      callback.succeeded();
    } else {
      response.write(true, ByteBuffer.wrap(reply.body()), callback);
    }
  }

  private static void giveUp(
      Throwable fault, Request request, Response response, Callback callback) {
    if (fault instanceof HttpException) {
      Response.writeError(request, response, callback, fault);
      return;
    }
    LOG.debug("A client did not send its body: {}", fault.toString());
    // RFC 9110 section 15.5.9: the server SHOULD send the "close" connection option.
    response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    send(
        ErrorPages.reply(HttpStatus.REQUEST_TIMEOUT_408, request.getHeaders()), response, callback);
  }
}
