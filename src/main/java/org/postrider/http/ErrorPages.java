package org.postrider.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/**
 * What a client sees when no page answered: one plain sentence that holds nothing of the request
 * and nothing of the cause.
 */
final class ErrorPages extends ErrorHandler {

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String message,
      Throwable cause,
      Callback callback) {
    Reply reply = reply(status, request.getHeaders());
    Safeguards.putInto(response.getHeaders());
    reply.headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(reply.body()), callback);
  }

  /** The sentence for {@code status}, as JSON, HTML or plain text. */
  static Reply reply(int status, HttpFields request) {
    String sentence = sentence(status);
    String accepted = String.join(",", request.getValuesList(HttpHeader.ACCEPT));
    Reply reply;
    if (accepted.startsWith("application/json")) {
      reply = Reply.json(status, "{\"error\":\"" + sentence + "\"}\n");
    } else if (accepted.contains("text/html")) {
      reply = Reply.html(status, PAGE.formatted(sentence));
    } else {
      reply = Reply.text(status, sentence + "\n");
    }
    return reply.unkept();
  }

  private static String sentence(int status) {
    return switch (status) {
      case 400 -> "This request could not be understood.";
      case 404 -> "There is nothing at this address.";
      case 405 -> "This address does not answer that kind of request.";
      case 408 -> "The request took too long to arrive. Please try again.";
      case 411, 415 -> "The form was sent in a way that is not understood here.";
      case 413 -> "What was sent is too large.";
      case 414 -> "This address is too long.";
      case 431 -> "The headers of this request are too large.";
      case 503 -> "Not ready at the moment. Please try again a little later.";
      default ->
          status < 500
              ? "This request could not be answered."
              : "Something went wrong here. Please try again a little later.";
    };
  }

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Sorry</title>
      <style>
      body { font: 1.125rem/1.6 Georgia, "Noto Serif", serif; max-width: 34rem; margin: 18vh auto; padding: 0 1.25rem; }
      </style>
      </head>
      <body><main><p>%s</p></main></body>
      </html>
      """;
}
