/** The HTTP server's plumbing: limits, headers and forms. Read {@link HttpListener} first. */
package org.postrider.http;
