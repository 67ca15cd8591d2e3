package org.postrider.http;

/** Answers one kind of request. Called by several threads at once. */
@FunctionalInterface
public interface Page {

  Reply answer(Exchange exchange);
}
