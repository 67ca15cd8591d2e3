package org.postrider.config;

import java.net.URI;

/**
 * The {@code web} section.
 *
 * @param url what links in letters point to, without a trailing slash
 * @param listen the public listener
 */
public record WebSettings(URI url, ListenAddress listen) {}
